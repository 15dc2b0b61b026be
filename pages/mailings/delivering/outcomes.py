"""What follows from what a server said: for the one mail, for its mailing, for all mail."""

from collections import Counter

from pages.letters.refusals import Step
from pages.mailings import states
from pages.mailings.delivering import claiming, gate, marks
from pages.mailings.models import Cause, Mailing
from pages.subscribers import bouncing

IN_A_ROW = 10
"""So many refusals without a mail that is taken are not about the addresses."""

NO_SUCH_ADDRESS = " 5.1."


class Outcomes:
    """Books what became of the mails of one worker. `must_rest`: this slice is over."""

    def __init__(self, worker, clock):
        self.worker, self.clock = worker, clock
        self.must_rest, self.sent = False, []
        self._failed, self._put_off, self._unknown, self._some_taken = Counter(), 0, 0, False

    def taken(self, due):
        """The server has it. The mark is made with the next one, or by `book`."""
        self.sent.append(due.pk)
        self._failed.pop(due.mailing, None)
        self._put_off = self._unknown = 0

    def book(self):
        """Mark what was taken since the last mark."""
        marks.as_sent(self.worker, self.sent, self.clock())
        self.booked()

    def booked(self):
        """What was taken is marked."""
        if self.sent and not self._some_taken:
            self._some_taken = True
            gate.open_again()
        self.sent = []

    def unwanted(self, due):
        """Not to be sent: its reader has left, or its mailing is paused or stopped."""
        if due.is_wanted and due.progress in states.UNFINISHED:
            claiming.release(self.worker, [due.pk])
        else:
            marks.as_dropped(self.worker, due.pk, self.clock())

    def unknown(self, due, why):
        """The server had all of it, and said nothing."""
        marks.as_uncertain(self.worker, due.pk, why, self.clock())
        self._unknown += 1
        if self._unknown >= IN_A_ROW:
            self._hold(due.mailing, Cause.SERVER, why)

    def unwritable(self, due, fault):
        """No mail can be made for this address."""
        marks.as_unwritable(self.worker, due.pk, type(fault).__name__, self.clock())
        self._count_failure(due, type(fault).__name__)

    def not_now(self, due):
        """The server does not have it, and this says nothing about anything but the line."""
        marks.as_turned_away(self.worker, due.pk)

    def refused(self, due, refused):
        """The server does not have it."""
        if refused.concerns_all:
            marks.as_turned_away(self.worker, due.pk)
            self.turned_away(refused, due.mailing)
        elif marks.as_refused(self.worker, due, refused, self.clock()):
            self._put_off += refused.step is Step.CONTENT or not refused.code
            if self._put_off >= IN_A_ROW:
                self._rest(refused)
        else:
            if refused.step is Step.RECIPIENT and NO_SUCH_ADDRESS in refused.code:
                bouncing.note_hard_bounce(due.key, self.clock())
            self._count_failure(due, refused)

    def turned_away(self, refused, mailing):
        """Any mail would have met with this: wait, or ask a person where waiting would not help."""
        if refused.code.startswith("5"):
            self._hold(mailing, Cause.SERVER, refused)
        else:
            self._rest(refused)

    def _count_failure(self, due, why):
        self._failed[due.mailing] += 1
        if self._failed[due.mailing] >= IN_A_ROW:
            self._hold(due.mailing, Cause.REFUSALS, why)

    def _rest(self, refused):
        self.must_rest = True
        gate.close(marks.anonymous(refused), self.clock())

    def _hold(self, mailing, cause, refused):
        self.must_rest = True
        for one in Mailing.objects.filter(pk=mailing):
            states.hold(one, cause, marks.anonymous(refused))
