"""What is out of order at this moment, in a sentence each: for everybody who works here, on the first screen.

Only what is known in a moment is asked: nobody waits for it. `manage.py doctor` looks at all there is, for
those who look after the server. From where on something is out of order, both ask the same lines.
"""

import os

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from pages.letters.models import NOBODY, Letter, State
from pages.outage import cause_of
from quartier.operations.doctor.concerns import disk, work
from quartier.operations.models import JobRun


def trouble(now=None) -> list[str]:
    """Sentences; none while all is well."""
    now = now or timezone.now()
    found = [_disk(), _work(now), _mail(), _store()]
    return [words for words in found if words]


def _disk():
    left = disk.free_in(os.statvfs(settings.DATA_DIR))
    if left >= disk.TOO_LITTLE:
        return ""
    return _("The disk of the server is nearly full: %(left)d MB are left. Soon nothing can be saved.") % {
        "left": left
    }


def _work(now):
    """A house in which nobody has ever worked is being furnished; that is for the doctor to say."""
    last = JobRun.objects.aggregate(last=Max("done_at"))["last"]
    if last is None or now - last <= work.SILENT_AFTER:
        return ""
    return _(
        "What the website does by itself stands still: planned pages are not published, mail is not sent. "
        "Its helper (“manage.py work”) has not answered for %(minutes)d minutes."
    ) % {"minutes": (now - last).total_seconds() // 60}


def _mail():
    waiting = Letter.objects.filter(state=State.QUEUED, trouble__startswith=NOBODY).count()
    if not waiting:
        return ""
    said = ngettext(
        "The mail server does not answer. One mail waits; it is sent by itself once the server is back.",
        "The mail server does not answer. %(count)d mails wait; they are sent by themselves once the "
        "server is back.",
        waiting,
    )
    return said % {"count": waiting}


def _store():
    """Asked for a name that nobody gives a file: whether it is there does not matter."""
    try:
        default_storage.exists("is-anybody-there")
    except Exception as fault:
        if cause_of(fault) is None:
            raise
        return _("The store of pictures and documents does not answer. Texts can be saved, pictures cannot.")
    return ""


class TroublePanel(Component):
    """Above all others, and only while there is something to say."""

    name = "trouble"
    order = 10
    template_name = "wagtailadmin/operations/trouble.html"

    def get_context_data(self, parent_context):
        return {"found": trouble()}
