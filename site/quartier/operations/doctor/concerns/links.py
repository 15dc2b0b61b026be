"""Links inside the site that lead nowhere: to pages that are deleted, withdrawn or closed to strangers."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex

from blocks.closed import open_pages
from blocks.goal import chosen
from quartier.operations.doctor.finding import Finding, State, good, look
from quartier.operations.doctor.typed import pages_to_the_deleted, typed_faults

NAMED = 20
AT_ONCE = 500
MEND = _("Edit that page: choose another goal, or take the link out. Readers see its words without a link.")


def look_at(patience):
    number = 0
    for found in _faults(patience):
        number += 1
        if number <= NAMED:
            yield found
    if number > NAMED:
        says = ngettext_lazy("And {number} more.", "And {number} more.", number - NAMED)
        yield look(says, number=number - NAMED)
    if not number:
        yield good(_("No link inside the site leads nowhere."))


def _faults(patience):
    readable = dict(open_pages().values_list("pk", "title"))
    yield from _chosen_faults(readable, patience)
    for page in pages_to_the_deleted(readable, patience):
        yield _at(page, _("“{page}” links to a page that was deleted."), page=readable[page])
    for page, address in typed_faults(readable, patience):
        says = _("“{page}” links to {address}, and there is nothing.")
        yield _at(page, says, page=readable[page], address=address)


def _chosen_faults(readable, patience):
    """Goals that were chosen in bodies and running texts."""
    links = sorted(_links(readable))
    goals = _goals(sorted({goal for _source, goal in links}), patience)
    for source, goal in patience.each(links):
        page = goals.get(goal)
        if page and page.shown is None:
            says = _("“{page}” links to “{goal}”, which is not published, or not for everybody.")
            yield _at(source, says, page=readable[source], goal=page.title)


def _links(readable):
    """Source and goal of each link that Wagtail has noted down, from pages that everybody reads."""
    pages = ContentType.objects.get_for_model(Page)
    noted = ReferenceIndex.objects.filter(base_content_type=pages, to_content_type=pages)
    rows = noted.values_list("object_id", "to_object_id", "content_type", "model_path").distinct()
    for source, goal, kind, path in rows.iterator():
        if int(source) in readable and _is_text(kind, path):
            yield int(source), int(goal)


def _is_text(kind, path):
    """Facts such as the service of an event are shown, or not, by the pages themselves."""
    model = ContentType.objects.get_for_id(kind).model_class()
    name = path.split(".")[0]
    fields = {field.name: field for field in model._meta.get_fields()} if model else {}
    return isinstance(fields.get(name), StreamField | RichTextField)


def _goals(keys, patience):
    found = {}
    for at in patience.each(range(0, len(keys), AT_ONCE)):
        some = keys[at : at + AT_ONCE]
        found |= {page.pk: page for page in chosen(Page.objects.all(), some) if page}
    return found


def _at(key, says, **values):
    return Finding(State.LOOK, says, MEND, values, reverse("wagtailadmin_pages:edit", args=[key]))
