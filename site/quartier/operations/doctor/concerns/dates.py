"""Whether the calendar shows what the events say: the same that `manage.py occurrences` compares."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from blocks.originals import originals
from pages.events import upkeep
from pages.events.models import EventPage
from pages.events.occurrences import gap
from quartier.operations.doctor.finding import broken, good

REPAIR = _("Run `manage.py occurrences --repair`.")
NAMED = 5


def look_at(patience):
    now = timezone.now()
    events = originals(EventPage.objects.all()).order_by("pk").iterator(chunk_size=200)
    wrong = [page.title for page in patience.each(events) if gap(page, now)]
    if wrong:
        says = ngettext_lazy(
            "{number} event has dates that are not what it says: {names}.",
            "{number} events have dates that are not what they say: {names}.",
            len(wrong),
        )
        yield broken(says, REPAIR, number=len(wrong), names=", ".join(wrong[:NAMED]))
    if stray := upkeep.stray().count():
        says = ngettext_lazy(
            "{number} date belongs to no event.", "{number} dates belong to no event.", stray
        )
        yield broken(says, REPAIR, number=stray)
    if not (wrong or stray):
        yield good(_("All dates are as the events say."))
