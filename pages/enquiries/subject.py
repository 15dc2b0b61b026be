"""What a message is about: a service, an event or a room, named in the query of the form's address."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blocks.goal import chosen

PARAMETERS = {
    "angebot": ("services", "servicepage"),
    "veranstaltung": ("events", "eventpage"),
    "raum": ("places", "roompage"),
}
NAMES = {"angebot": _("Service"), "veranstaltung": _("Event"), "raum": _("Room")}


def query_for(page):
    """`angebot=12` for the page of a service, `raum=7` for that of a room; nothing for most others."""
    kind = (page._meta.app_label, page._meta.model_name)
    if kind == ("wagtailcore", "page"):
        kind = (page.cached_content_type.app_label, page.cached_content_type.model)
    name = next((name for name, wanted in PARAMETERS.items() if wanted == kind), "")
    return f"{name}={page.pk}" if name and page.pk else ""


def asked_about(query):
    """The page that a query names, as it is read, if everybody may; else None. Nonsense is no page."""
    for name, (app, model) in PARAMETERS.items():
        number = query.get(name, "")
        if number.isascii() and number.isdigit() and len(number) <= 12:
            wanted = Page.objects.filter(content_type__app_label=app, content_type__model=model)
            page = chosen(wanted, [int(number)])[0]
            if page and page.live and page.shown:
                page.shown.original = page.original
                return page.shown
    return None


def named(page):
    """The kind of thing a page is about, in the active language."""
    name = query_for(page).partition("=")[0]
    return NAMES[name]
