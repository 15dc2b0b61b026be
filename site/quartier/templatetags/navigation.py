"""Where one is, and where one can go from here."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from blocks.blanks import filled
from pages.centre.models import FooterLink

register = template.Library()


@dataclass(frozen=True)
class Link:
    """Where it leads, and what it is called.

    `current` is "page" for where the reader is, "true" for what that is a part of. `language` is that of
    the title, where it is not the page's.
    """

    title: str
    url: str
    current: str = ""
    language: str = ""

    @property
    def direction(self):
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


@register.simple_tag(takes_context=True)
def main_menu(context):
    """The entries of the main menu, the one that holds this page marked."""
    house = context["house"]
    shown = (page for page in house.around(_page(context)) if page.show_in_menus)
    return _links(context, house.open_to_all(page for page in shown if page.is_child_of(house.home)))


@register.simple_tag(takes_context=True)
def breadcrumbs(context):
    """The way from the home page to this page, both included; nothing on the home page."""
    page, home = _page(context), context["house"].home
    if page is None or home is None or not page.is_descendant_of(home):
        return []
    around = context["house"].around(page)
    between = (each for each in around if each.depth > home.depth and page.is_descendant_of(each))
    links, part = _links(context, (home, *between, page), whatever=True), context.get("part")
    return [*links, Link(part.title, links[-1].url + part.tail, "page")] if part and links else links


@register.simple_tag(takes_context=True)
def subnavigation(context):
    """The pages below this one, or else those beside it, for a kind of page that `is_in_an_area`."""
    page, home = _page(context), context["house"].home
    if page is None or home is None or not page.is_descendant_of(home):
        return []
    around = context["house"].open_to_all(context["house"].around(page))
    shown = [other for other in around if other.is_child_of(page)]
    if not shown and page.depth > home.depth + 1:
        shown = [other for other in around if other.is_sibling_of(page)]
    return _links(context, shown) if any(other.pk != page.pk for other in shown) else []


@register.simple_tag(takes_context=True)
def translations(context):
    """This page, or else the home page, in all its languages; nothing if there is only one."""
    page = _page(context) or context["house"].home
    if page is None:
        return []
    names, order = dict(settings.LANGUAGES), sorted(dict(settings.LANGUAGES), key="de-simple".__ne__)
    others = context["house"].homes
    if page.pk not in (home.pk for home in others):
        around = context["house"].around(page)
        others = [each for each in around if each.translation_key == page.translation_key]
    found = {other.locale.language_code: other for other in context["house"].open_to_all(others)}
    shown = [(code, found[code]) for code in order if code in found]
    addressed = [(code, other.get_url(context.get("request"))) for code, other in shown]
    links = [Link(names[code], url + tail(context), _spoken(code), code) for code, url in addressed if url]
    return links if len(links) > 1 else []


@register.simple_tag(takes_context=True)
def footer_links(context):
    """The links at the foot, each page in the reader's language where there is one. Two queries at most."""
    house = context["house"]
    if not house.site:
        return []
    links = list(FooterLink.objects.filter(centre=house.centre).select_related("page__locale"))
    pages = _in_readers_language([link.page for link in links])
    shown = {page.pk for page in house.open_to_all(pages) if page.live}
    named = ((_name(link, page), page) for link, page in zip(links, pages, strict=True) if page.pk in shown)
    addressed = ((name, page.get_url(context.get("request"))) for name, page in named)
    return [Link(text, url, language=language) for (text, language), url in addressed if text and url]


def _in_readers_language(pages):
    keys = [page.translation_key for page in pages if not _spoken(page.locale.language_code)]
    if not keys:
        return pages
    own = Page.objects.live().filter(translation_key__in=keys, locale__language_code=get_language())
    own = {page.translation_key: page for page in own.select_related("locale")}
    return [own.get(page.translation_key, page) for page in pages]


def _name(link, page):
    """The text of a link, and its language where it is not the reader's."""
    text, language = link.label.in_language(get_language())
    if not filled(text):
        text, language = filled(page.title), page.locale.language_code
    return text, "" if _spoken(language) else language


def _spoken(language):
    """Says "true" if it is the reader's own."""
    return "true" if language == get_language() else ""


def tail(context):
    """The end of the address, where a part of the page has one of its own."""
    return context["part"].tail if context.get("part") else ""


def _page(context):
    page = context.get("page")
    return page if isinstance(page, Page) else None


def _links(context, pages, whatever=False):
    """One link per page; a page that has no address, or an unfinished title, is left out.

    `whatever` the title is: the kind of page takes its place.
    """
    here, request = _page(context), context.get("request")
    named = ((page, filled(page.title) or (whatever and str(page.specific_class.called()))) for page in pages)
    addressed = ((page, name, page.get_url(request)) for page, name in named if name)
    return [Link(name, url, _current(here, page)) for page, name, url in addressed if url]


def _current(here, page):
    if here is None or not here.path.startswith(page.path):
        return ""
    return "page" if here.path == page.path else "true"
