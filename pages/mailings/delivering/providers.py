"""Mail that goes by other ways than SMTP: to a file, or through somebody's interface (django-anymail).

Such a way is asked once for each mail, with the mark made before: what it does not say is uncertain.
"""

from django.core.mail import get_connection

from pages.letters.refusals import NotSentError, Step, UnknownError
from pages.mailings import verp
from pages.mailings.delivering import claiming, marks

SURELY_NOT_ARRIVED = {"ConnectTimeout", "NewConnectionError", "ConnectionRefusedError", "gaierror"}
NOT_LET_IN = {401, 402, 403}
LATER = {429, 503}


class Singles:
    """One mail after the other, through whatever way Django is told to send."""

    breadth = 1

    def __init__(self, worker, printing, outcomes, patience):
        self.worker, self.printing, self.outcomes = worker, printing, outcomes
        self.connection = get_connection(timeout=patience[-1])

    def send(self, keys):
        """The first of these; how many were seen to."""
        for due in claiming.look(self.worker, keys[:1]):
            try:
                self._send(due)
            except NotSentError as refused:
                self.outcomes.refused(due, refused)
            except UnknownError as unknown:
                self.outcomes.unknown(due, unknown)
            else:
                self.outcomes.book()
        return 1

    def settle(self):
        """Nothing is under way."""

    def close(self):
        """Nothing is kept open."""
        self.connection.close()

    def _send(self, due):
        try:
            mail = self.printing.mail_for(due, self.outcomes.clock())
        except ValueError as fault:
            return self.outcomes.unwritable(due, fault)
        mail.metadata = {"delivery": verp.proof(due.pk)}
        if not marks.before_the_dot(self.worker, [due.pk], [], self.outcomes.clock()):
            return self.outcomes.unwanted(due)
        try:
            count = self.connection.send_messages([mail])
        except Exception as fault:
            raise sorted_out(fault) from fault
        if count == 0:
            raise NotSentError("not taken", step=Step.RECIPIENT, for_good=True)
        return self.outcomes.taken(due)


def sorted_out(fault):
    """What an error of another way means: surely not sent, for now or for good, or nobody can know."""
    name, status = type(fault).__name__, getattr(fault, "status_code", None)
    code = str(status or "")
    if status in NOT_LET_IN:
        return NotSentError(name, step=Step.CONNECTING, code=f"5 {code}")
    if status in LATER:
        return NotSentError(name, step=Step.CONNECTING, code=code if status == 429 else "")
    if name == "AnymailRecipientsRefused" or (status and 400 <= status < 500):
        return NotSentError(name, step=Step.RECIPIENT, for_good=True, code=code)
    if isinstance(fault, ValueError | TypeError | UnicodeError) and not status:
        return NotSentError(name, for_good=True)
    if _causes(fault) & SURELY_NOT_ARRIVED:
        return NotSentError(name, step=Step.CONNECTING)
    return UnknownError(name)


def _causes(fault):
    """The names of all that led to this error."""
    names = set()
    while fault and len(names) < 20:
        names.add(type(fault).__name__)
        names |= {type(each).__name__ for each in fault.args if isinstance(each, Exception)}
        names |= {type(getattr(each, "reason", None)).__name__ for each in fault.args}
        fault = fault.__cause__ or fault.__context__
    return names
