"""Whether `manage.py work` runs, and what of it goes wrong."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import broken, good
from quartier.operations.models import JobRun

SILENT_AFTER = timedelta(minutes=15)
START = _("Start `manage.py work` beside the web server, and have it started with the machine.")


def look_at(patience):
    runs = list(JobRun.objects.order_by("name"))
    yield running(max((run.done_at for run in runs if run.done_at), default=None), timezone.now())
    for run in runs:
        if run.trouble:
            yield broken(
                _("“{job}” went wrong the last time ({trouble})."),
                _("The log of `manage.py work` says more. It is tried again by itself."),
                job=run.name,
                trouble=run.trouble,
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
