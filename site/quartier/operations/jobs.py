"""What has to be done again and again without anybody asking: `manage.py work` does what is due.

A room that needs a job brings a function; one line in `JOBS` has it done.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from threading import Thread

from django.db import connections
from django.db.models import Q
from django.utils import timezone

from pages.enquiries import forgetting
from pages.enquiries.intake import limits
from pages.events import school, upkeep
from pages.events.outside import keeping
from pages.letters import outbox
from pages.mailings import forgetting as recipients
from pages.mailings.bounces import mailbox
from pages.newsletters import preparing
from pages.newsletters.sending import beginning
from pages.subscribers import asking
from pages.subscribers import forgetting as unconfirmed
from quartier.languages import errands, filling
from quartier.operations.doctor import daily
from quartier.operations.models import JobRun
from quartier.operations.publishing import publish_due
from quartier.page_cache import upkeep as pages_kept
from quartier.signing_in import noting, patience, presence

LOST_AFTER = timedelta(hours=1)

log = logging.getLogger(__name__)
_interrupted = set()
"""The jobs that this process has done, and whose end could not be written down."""


@dataclass(frozen=True)
class Job:
    """Something to do at most once in `every`. Its name is kept in the database: do not change it.

    What `takes_long` is done beside all else, so that no mail waits for it.
    """

    name: str
    every: timedelta
    work: Callable[[], object]
    takes_long: bool = False


JOBS = [
    Job("keep pages true", timedelta(seconds=10), pages_kept.look_after),
    Job("tell caches elsewhere", timedelta(seconds=10), pages_kept.tell_others, takes_long=True),
    Job("answer sign-ups", timedelta(minutes=1), asking.answer_waiting),
    Job("publish what is due", timedelta(0), publish_due),
    Job("send mail", timedelta(minutes=1), outbox.post_due),
    Job("read what came back", timedelta(minutes=5), mailbox.read_mailbox),
    Job("fetch calendars of others", timedelta(minutes=5), keeping.fetch_due),
    Job("translate by machine", timedelta(minutes=1), errands.do_waiting),
    Job("forget senders of forms", timedelta(hours=1), limits.forget),
    Job("forget unconfirmed addresses", timedelta(hours=6), unconfirmed.forget),
    Job("forget recipients", timedelta(hours=6), recipients.forget),
    Job("forget wrong passwords", timedelta(hours=1), patience.forget),
    Job("end sessions", timedelta(hours=6), presence.forget),
    Job("forget who did what", timedelta(days=1), noting.forget),
    Job("delete submissions", timedelta(hours=6), forgetting.delete_overdue),
    Job("look ahead in the calendar", timedelta(days=1), upkeep.look_ahead),
    Job("enter school holidays", timedelta(days=1), school.keep_up),
    Job("send planned newsletters", timedelta(minutes=1), beginning.begin_due),
    Job("prepare newsletters", timedelta(hours=6), preparing.prepare_due),
    Job("look after translations", timedelta(days=1), filling.fill),
    Job("delete stray files", timedelta(days=1), forgetting.sweep),
    Job("throw old pages away", timedelta(days=1), pages_kept.tidy),
    Job("delete old mail", timedelta(days=1), outbox.forget_old),
    Job("see the doctor", timedelta(days=1), daily.see, takes_long=True),
]

IN_A_HURRY = ["answer sign-ups", "send mail"]


def do_due(jobs=JOBS, now=None, *, aside=False):
    """Do each job that is due and that nobody else is at; the names of those done. A fault stops no other.

    With `aside` what takes long is only begun, in a thread that ends with the process.
    """
    _let_go_of_interrupted()
    begun = (job for job in jobs if _claim(job, now or timezone.now()))
    return [job.name for job in begun if (_begin(job) if aside and job.takes_long else _do(job))]


def hurry(**signal):
    """Somebody waits for a mail: what brings it is due now."""
    now = timezone.now()
    JobRun.objects.filter(name__in=IN_A_HURRY, due_at__gt=now).update(due_at=now)


def _claim(job, now):
    """Only one of several workers can win this UPDATE. Whoever died at it loses it after a while."""
    JobRun.objects.get_or_create(name=job.name, defaults={"due_at": now})
    free = Q(busy_until=None) | Q(busy_until__lte=now)
    mine = JobRun.objects.filter(free, name=job.name, due_at__lte=now)
    return bool(mine.update(due_at=now + job.every, busy_until=now + LOST_AFTER))


def _let_go_of_interrupted():
    """Jobs whose end could not be written down, since the database was gone, would wait for an hour else."""
    for name in list(_interrupted):
        JobRun.objects.filter(name=name).exclude(busy_until=None).update(busy_until=None)
        _interrupted.discard(name)


def _begin(job):
    Thread(target=_do_aside, args=[job], daemon=True).start()
    return True


def _do_aside(job):
    try:
        _do(job)
    except Exception:
        log.exception("The end of the job “%s” could not be written down.", job.name)
    finally:
        connections.close_all()


def _do(job):
    trouble = ""
    try:
        job.work()
    except Exception as fault:
        log.exception("The job “%s” failed.", job.name)
        trouble = type(fault).__name__
    run = JobRun.objects.filter(name=job.name)
    try:
        run.update(busy_until=None, done_at=timezone.now(), trouble=trouble)
    except Exception:
        _interrupted.add(job.name)
        raise
    return not trouble
