"""The pages that the law asks for: published, and with nothing left to fill in."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blocks.closed import open_pages
from blocks.originals import originals
from pages.blanks import blanks_of
from pages.standard.models import Purpose, StandardPage
from quartier.operations.doctor.finding import broken, good, look

ASKED_FOR = [Purpose.IMPRINT, Purpose.PRIVACY, Purpose.ACCESSIBILITY]
SAYS_SO = _("Publish it. If there is none: add a plain page, and say under “what for?” what it is.")


def look_at(patience):
    there = {}
    for page in originals(StandardPage.objects.filter(purpose__in=ASKED_FOR)).order_by("pk"):
        there.setdefault(page.purpose, []).append(page)
    readable = set(open_pages(Page.objects.all()).values_list("pk", flat=True)) if there else set()
    for purpose in ASKED_FOR:
        pages = [page for page in there.get(purpose, []) if page.pk in readable]
        yield standing(purpose, pages)


def standing(purpose, pages):
    name = {"name": purpose.label}
    if not pages:
        return broken(_("Nobody can read a page for this: {name}."), SAYS_SO, **name)
    gaps = [blank for page in pages for blank in blanks_of(page)]
    if gaps:
        says = _("On this page something is still to be filled in: {name} ({blanks}).")
        return look(
            says, _("Edit it: what is missing stands above its form."), **name, blanks=", ".join(gaps[:4])
        )
    return good(_("Published and filled in: {name}."), **name)
