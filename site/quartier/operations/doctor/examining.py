"""Looks at all concerns, none of them for long: what hangs or fails becomes a finding like any other."""

import logging
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Thread

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.concern import Asks, Concern
from quartier.operations.doctor.finding import Finding, State, broken, look
from quartier.operations.doctor.patience import OutOfTimeError, Patience

OUTSIDE = 5
"""Seconds at most for another machine: which does not answer until then, answers nobody."""

NO_TIME = look(_("There was no time left to look at this."), _("`manage.py doctor` takes more time."))
NO_END = look(
    _("There was no time to look at all of it; what was seen until then stands here."),
    _("`manage.py doctor --patience 300` takes more time."),
)
NO_DATABASE = look(_("Not looked at, since the database does not answer."))

log = logging.getLogger(__name__)


@dataclass
class Visit:
    """What was found about one concern."""

    concern: Concern
    findings: list[Finding] = field(default_factory=list)

    @property
    def state(self):
        return max((found.state for found in self.findings), default=State.GOOD)

    @property
    def is_cut_short(self):
        """Whether nothing but the time is to blame."""
        return bool(self.findings) and all(found in (NO_TIME, NO_END) for found in self.findings)


def examine(concerns, seconds, altogether=None) -> list[Visit]:
    """One visit for each concern, in their order; `altogether` limits the seconds for all of them.

    What asks other machines is asked by threads meanwhile, since a thread can be left alone when it hangs.
    """
    whole = Patience(altogether or seconds * len(concerns))
    far = min(seconds, OUTSIDE)
    asked = {one: _in_the_background(one, far) for one in concerns if one.asks == Asks.OUTSIDE}
    seen, is_lost = {}, False
    for one in concerns:
        if one.asks == Asks.OUTSIDE:
            continue
        if is_lost and one.asks == Asks.DATABASE:
            seen[one] = Visit(one, [NO_DATABASE])
        elif not whole.left:
            seen[one] = Visit(one, [NO_TIME])
        else:
            seen[one] = _visit(one, min(seconds, whole.left))
            is_lost = is_lost or NO_DATABASE in seen[one].findings
    seen |= {one: _answer(one, answer, far) for one, answer in asked.items()}
    return [seen[one] for one in concerns]


def worst(visits) -> State:
    return max((visit.state for visit in visits), default=State.GOOD)


def _visit(concern, seconds):
    visit = Visit(concern)
    try:
        for found in concern.look(Patience(seconds)):
            visit.findings.append(found)
    except OutOfTimeError:
        visit.findings.append(NO_END)
    except Exception as fault:
        visit.findings.append(_fault(concern, fault))
    return visit


def _fault(concern, fault):
    """A table that is missing is no silent database, though SQLite calls both by one name."""
    if isinstance(fault, OperationalError | InterfaceError) and not _answers():
        return NO_DATABASE
    is_plain = isinstance(fault, DatabaseError)
    log.error(
        "The doctor could not look at “%s”: %s", concern.name, fault, exc_info=None if is_plain else fault
    )
    says = _("This could not be looked at ({fault}).")
    return look(says, _("The log says more."), fault=type(fault).__name__)


def _answers():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        return False
    return True


def _in_the_background(concern, seconds):
    answer = Queue(1)
    Thread(target=lambda: answer.put(_visit(concern, seconds)), daemon=True).start()
    return answer


def _answer(concern, answer, seconds):
    """It began before all others, so it has had its time already wherever these took theirs."""
    try:
        return answer.get(timeout=seconds + 0.5)
    except Empty:
        says = _("No answer within {seconds} seconds.")
        remedy = _("Look whether the other machine can be reached from this one.")
        return Visit(concern, [broken(says, remedy, seconds=round(seconds))])
