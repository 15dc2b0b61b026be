"""What is looked up when somebody asks for figures: queues, jobs, how large the house is."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Count
from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily as Gauge

from pages.letters.models import Letter
from pages.letters.models import State as LetterState
from pages.mailings.models import Delivery, State
from quartier.backups.keeping import newest
from quartier.operations.models import JobRun


def looked_up():
    """Metrics as prometheus_client tells them. Without a database: only that it is gone."""
    up = Gauge("quartier_database_up", "Whether the database answers.")
    try:
        found = [*jobs(), *queues(), *sizes()]
    except DatabaseError:
        up.add_metric([], 0)
        return [up]
    up.add_metric([], 1)
    return [up, *found]


def jobs():
    """When each was done last, and whether that went well; their names stand in operations/jobs.py."""
    done = Gauge("quartier_job_done_seconds", "Unix time at which a job ended last.", labels=["job"])
    failed = Gauge("quartier_job_failed", "Whether a job failed the last time.", labels=["job"])
    due = Gauge("quartier_job_overdue_seconds", "For how long a job should have begun.", labels=["job"])
    now, last = timezone.now(), 0
    for run in JobRun.objects.all():
        if run.done_at:
            done.add_metric([run.name], run.done_at.timestamp())
            last = max(last, run.done_at.timestamp())
        failed.add_metric([run.name], int(bool(run.trouble)))
        due.add_metric([run.name], max(0, (now - run.due_at).total_seconds()))
    worker = Gauge("quartier_worker_seconds", "Unix time at which any worker ended a job.", value=last)
    return [done, failed, due, worker]


def queues():
    letters = Gauge("quartier_letters", "Single mails, by state.", labels=["state"])
    _count(letters, Letter, LetterState)
    mails = Gauge("quartier_newsletter_mails", "Mails of newsletters, by state.", labels=["state"])
    _count(mails, Delivery, State)
    return [letters, mails]


def _count(gauge, model, states):
    found = dict(model.objects.order_by().values_list("state").annotate(count=Count("pk")))
    for state in states.values:
        gauge.add_metric([state], found.get(state, 0))


def sizes():
    yield Gauge("quartier_database_bytes", "How large the database is.", value=_size())
    if backup := newest(settings.BACKUP_DIR):
        age = (timezone.now() - backup.made_at).total_seconds()
        yield Gauge("quartier_backup_age_seconds", "Since the newest backup.", value=age)


def _size():
    asked = {
        "postgresql": "SELECT pg_database_size(current_database())",
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return cursor.fetchone()[0]
