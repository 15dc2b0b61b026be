"""Whether `manage.py work` runs, and what of it goes wrong."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.mailings.installation import SEEN_EVERY
from pages.mailings.models import Installation
from quartier.operations.doctor.finding import broken, good, look
from quartier.operations.models import JobRun

AWAKE = 3 * SEEN_EVERY
SILENT_AFTER = timedelta(minutes=15)
START = _("Start `manage.py work` beside the web server, and have it started with the machine.")


def look_at(patience):
    runs = list(JobRun.objects.order_by("name"))
    yield running(max((run.done_at for run in runs if run.done_at), default=None), timezone.now())
    yield from together(Installation.objects.filter(seen_at__gt=timezone.now() - AWAKE).count())
    for run in runs:
        if run.trouble:
            yield broken(
                _("“{job}” went wrong the last time ({trouble})."),
                _("The log of `manage.py work` says more. It is tried again by itself."),
                job=run.name,
                trouble=run.trouble,
            )


def together(machines):
    """Whether several share what they have to; one that only serves readers is not seen here."""
    if machines > 1 and not settings.CACHE_URL:
        yield look(
            _("{count} machines work here, but one does not hear what was changed on another: old pages."),
            _("Set CACHE_URL on each of them, to the same Valkey or Redis server."),
            count=machines,
        )
    if machines > 1 and not settings.S3["name"]:
        yield look(
            _("{count} machines work here, but each has pictures and documents of its own."),
            _("Set S3_BUCKET on each of them, to the same bucket."),
            count=machines,
        )


def running(last, now):
    """`publish what is due` is done twice a minute: where nothing was done for long, nobody works."""
    if last is None:
        return broken(
            _("What has to be done by itself was never done: `manage.py work` does not run."), START
        )
    minutes = max(now - last, timedelta()) // timedelta(minutes=1)
    if now - last > SILENT_AFTER:
        return broken(
            _("For {minutes} minutes nothing was done by itself: `manage.py work` does not run."),
            START,
            minutes=minutes,
        )
    return good(_("`manage.py work` runs."))
