"""Where one is, and where one can go from here."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from pages.centre.models import FooterLink

register = template.Library()


@dataclass(frozen=True)
class Entry:
    """One link; `current` is "page" for where the reader is, "true" for a section around it, else empty."""

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class Link:
    """A link with the language of its text, where that is not the page's."""

    title: str
    url: str
    language: str = ""


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
    near = context["house"].open_to_all(near.live().order_by("path"))
    shown = [other for other in near if other.depth > page.depth] or near
    return [_entry(context, other) for other in shown]


@register.simple_tag(takes_context=True)
def translations(context):
    """This page, or else the home page, in every language it is published in; nothing if there is only one."""
    page = _page(context) or context["house"].home
    if page is None:
        return []
    others = page.get_translations(inclusive=True).live().select_related("locale")
    found = {other.locale.language_code: other for other in context["house"].open_to_all(others)}
    order = sorted((code for code, _name in settings.LANGUAGES), key=lambda code: code != "de-simple")
    return (
        [_translation(context, code, found[code]) for code in order if code in found]
        if len(found) > 1
        else []
    )


@register.simple_tag(takes_context=True)
def footer_links(context):
    """The links at the foot, each page in the reader's language where there is one. Two queries at most."""
    house, code = context["house"], get_language()
    if not house.site:
        return []
    links = list(FooterLink.objects.filter(centre=house.centre).select_related("page__locale"))
    foreign = [link.page.translation_key for link in links if link.page.locale.language_code != code]
    here = Page.objects.filter(translation_key__in=foreign, locale__language_code=code) if foreign else []
    here = {page.translation_key: page for page in here}
    for link in links:
        link.page = here.get(link.page.translation_key, link.page)
    shown = {page.pk for page in house.open_to_all(link.page for link in links) if page.live}
    return [_footer_link(context, link) for link in links if link.page.pk in shown]


def _footer_link(context, link):
    text, language = link.label.in_language(get_language())
    if not text:
        text, language = link.page.title, link.page.locale.language_code
    return Link(
        text, link.page.get_url(context.get("request")), "" if language == get_language() else language
    )


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
    return Translation(
        name=dict(settings.LANGUAGES)[code],
        url=page.get_url(context.get("request")),
        code=code,
        direction="rtl" if get_language_info(code)["bidi"] else "ltr",
        current=code == get_language(),
    )
