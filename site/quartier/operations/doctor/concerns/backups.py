"""How old the newest backup is, and whether the last one that was restored came back to its end."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from quartier.backups.keeping import newest
from quartier.backups.mending import left
from quartier.operations.doctor.finding import broken, good, look

FRESH, OLD = timedelta(hours=36), timedelta(days=8)
MAKE_ONE = _("Have `manage.py backup --keep` run every night, and look whether that timer runs.")


def look_at(patience):
    if left():
        yield broken(
            _("A restore was cut off: files of before and after lie beside each other."),
            _("Stop the site and say `manage.py restore --mend`: it keeps those that the database names."),
        )
    folder = settings.BACKUP_DIR
    found = newest(folder)
    if not found:
        yield broken(_("There is no backup in {folder}."), MAKE_ONE, folder=folder)
        return
    yield age(timezone.now() - found.made_at)
    if found.path.stat().st_dev == settings.DATA_DIR.stat().st_dev:
        yield look(
            _("The backups lie on the same disk as the data: both would be lost together."),
            _("Set BACKUP_DIR to a folder on another disk, or copy the backups to another machine."),
        )


def age(since):
    hours, days = since // timedelta(hours=1), since // timedelta(days=1)
    if since < FRESH:
        says = ngettext_lazy(
            "The newest backup is {hours} hour old.", "The newest backup is {hours} hours old.", hours
        )
        return good(says, hours=hours)
    says = ngettext_lazy(
        "The newest backup is {days} day old.", "The newest backup is {days} days old.", days
    )
    return (broken if since > OLD else look)(says, MAKE_ONE, days=days)
