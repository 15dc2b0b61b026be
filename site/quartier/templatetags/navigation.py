"""Where one is, and where one can go from here."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

register = template.Library()


@dataclass(frozen=True)
class Entry:
    """One link; `current` is "page" for where the reader is, "true" for a section around it, else empty."""

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class Translation:
    """A page in another language."""

    name: str
    url: str
    code: str
    direction: str
    current: bool


@register.simple_tag(takes_context=True)
def main_menu(context):
    """The entries of the main menu, the one that holds this page marked."""
    return [_entry(context, page) for page in context["house"].menu]


@register.simple_tag(takes_context=True)
def breadcrumbs(context):
    """The way from the home page to this page, both included; nothing on the home page itself. One query."""
    page, home = _page(context), context["house"].home
    if page is None or home is None or not page.is_descendant_of(home):
        return []
    above = page.get_ancestors().live().filter(depth__gte=home.depth)
    return [_entry(context, step) for step in (*above, page)]


@register.simple_tag(takes_context=True)
def subnavigation(context):
    """The pages below this one, or else those beside it: one query, whatever there is."""
    page, home = _page(context), context["house"].home
    if page is None or home is None or not page.is_descendant_of(home):
        return []
    near = Page.objects.child_of(page)
    if page.depth > home.depth + 1:
        near |= Page.objects.sibling_of(page)
    near = list(near.live().public().order_by("path"))
    shown = [other for other in near if other.depth > page.depth] or near
    return [_entry(context, other) for other in shown]


@register.simple_tag(takes_context=True)
def translations(context):
    """This page, or else the home page, in every language it is published in; nothing if there is only one."""
    page = _page(context) or context["house"].home
    if page is None:
        return []
    found = {
        other.locale.language_code: other
        for other in page.get_translations(inclusive=True).live().public().select_related("locale")
    }
    order = sorted((code for code, _name in settings.LANGUAGES), key=lambda code: code != "de-simple")
    return [_translation(context, code, found[code]) for code in order if code in found] if len(found) > 1 else []


def _page(context):
    page = context.get("page")
    return page if isinstance(page, Page) else None


def _entry(context, page):
    here = _page(context)
    current = ""
    if here is not None and here.path.startswith(page.path):
        current = "page" if here.path == page.path else "true"
    return Entry(page.title, page.get_url(context.get("request")), current)


def _translation(context, code, page):
    info = get_language_info(code)
    return Translation(
        name=info["name_local"],
        url=page.get_url(context.get("request")),
        code=code,
        direction="rtl" if info["bidi"] else "ltr",
        current=code == get_language(),
    )
