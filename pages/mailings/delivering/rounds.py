"""Mails go to the server in rounds: one on each line, and one durable mark for all of a round."""

import select
import time
from dataclasses import dataclass

from django.conf import settings

from pages.letters.line import Line
from pages.letters.refusals import NotSentError, Step, UnknownError
from pages.mailings.delivering import claiming, marks
from pages.mailings.delivering.claiming import Due
from pages.mailings.models import Delivery, Progress

MAILS_ON_A_LINE = 100
A_WHILE = 1
"""Seconds in which a server that is well answers."""


@dataclass(eq=False)
class Post:
    """A mail on its line."""

    due: Due
    line: Line
    raw: bytes


class Rounds:
    """All lines of one worker. A line has at most one mail between its dot and the answer.

    While the server is busy with one half of the lines, the mails of the other half are made ready.
    """

    def __init__(self, worker, printing, outcomes, patience):
        self.worker, self.printing, self.outcomes = worker, printing, outcomes
        self.patience, self.clock = patience, outcomes.clock
        self.lines, self.under_way = [], []

    @property
    def breadth(self):
        """How many mails may be under way at the same time."""
        return settings.MAIL_CONNECTIONS

    def send(self, keys):
        """Hand over as many of these as there are free lines; how many were seen to. All are claimed."""
        if len(self.under_way) >= self.breadth:
            self.settle()
        try:
            lines = self._free_lines(min(len(keys), max(1, self.breadth // 2)))
        except NotSentError as refused:
            claiming.release(self.worker, keys)
            self.outcomes.turned_away(refused, self._mailing_of(keys))
            return len(keys)
        keys, began = keys[: len(lines)], time.monotonic()
        posts = [post for post in self._written(keys, lines) if self._offer(post)]
        posts = [post for post in posts if self._tell(post)]
        posts = [post for post in self._mark(posts) if self._step(post, post.line.end)]
        before, self.under_way = self.under_way, [*self.under_way, *posts]
        self._hear(before)
        if time.monotonic() - began > A_WHILE:
            self.outcomes.book()
        return len(keys)

    def settle(self):
        """Wait for all answers."""
        self._hear(list(self.under_way))

    def close(self):
        """Hang up everywhere."""
        for line in self.lines:
            line.close()
        self.lines = []

    def _free_lines(self, count):
        """So many; fewer where the server takes some and no more."""
        busy = [post.line for post in self.under_way]
        for line in self.lines:
            if line.taken >= MAILS_ON_A_LINE and line not in busy:
                line.close()
        self.lines = [line for line in self.lines if line.is_open]
        while len(self.lines) < min(self.breadth, len(busy) + count):
            try:
                self.lines.append(Line(*self.patience))
            except NotSentError:
                if not self.lines:
                    raise
                break
        if len(self.lines) <= len(busy):
            self.settle()
            return self._free_lines(count)
        return [line for line in self.lines if line not in busy][:count]

    def _mailing_of(self, keys):
        mine = Delivery.objects.filter(pk__in=keys[:1])
        return mine.values_list("mailing", flat=True).first()

    def _written(self, keys, lines):
        """Asked right before the server hears of them: who still wants theirs."""
        free = iter(lines)
        for due in claiming.look(self.worker, keys):
            if not due.is_wanted or due.progress != Progress.SENDING:
                self.outcomes.unwanted(due)
                continue
            try:
                raw = self.printing.bytes_for(due, self.clock())
            except ValueError as fault:
                self.outcomes.unwritable(due, fault)
                continue
            yield Post(due, next(free), raw)

    def _offer(self, post):
        return self._step(
            post,
            lambda: post.line.offer(
                self.printing.return_path(post.due), self._recipient(post), len(post.raw)
            ),
        )

    def _recipient(self, post):
        return post.raw[4 : post.raw.index(b"\r\n")].decode()

    def _tell(self, post):
        return self._step(post, post.line.go_ahead) and self._step(post, lambda: post.line.tell(post.raw))

    def _mark(self, posts):
        """From here on each of these is uncertain until its answer is known."""
        keys = [post.due.pk for post in posts]
        allowed = marks.before_the_dot(self.worker, keys, self.outcomes.sent, self.clock()) if keys else ()
        if keys:
            self.outcomes.booked()
        for post in posts:
            if post.due.pk not in allowed:
                post.line.close()  # the only way to take back what is half said
                for due in claiming.look(self.worker, [post.due.pk]):
                    self.outcomes.unwanted(due)
        return [post for post in posts if post.due.pk in allowed]

    def _hear(self, posts):
        """Wait for the answers to these; what is known is not left unmarked while one is slow."""
        while any(post in self.under_way for post in posts):
            sockets = [post.line.socket for post in self.under_way]
            ready = select.select(sockets, [], [], A_WHILE)[0]
            if not ready and self.outcomes.sent:
                self.outcomes.book()
            heard = [post for post in self.under_way if post.line.socket in ready or post.line.is_overdue]
            for post in heard:
                if self._step(post, post.line.answer):
                    self.outcomes.taken(post.due)
            self.under_way = [post for post in self.under_way if post not in heard]

    def _step(self, post, do):
        """One step of a dialogue; whether it went well."""
        served_before = post.line.taken
        try:
            do()
        except UnknownError as unknown:
            self.outcomes.unknown(post.due, unknown)
        except NotSentError as refused:
            tired = refused.code.startswith("421") or (refused.step is Step.SENDER and not refused.code)
            if tired and served_before:
                self.outcomes.not_now(post.due)  # it is tired of this line, not of us
            else:
                self.outcomes.refused(post.due, refused)
        else:
            return True
        return False
