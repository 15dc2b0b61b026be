"""Where one is, and where one can go from here."""

from copy import copy
from dataclasses import dataclass

from django import template
from django.conf import settings
from django.db.models import F, IntegerField
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from blocks.blanks import filled
from blocks.prepared import Slot, prepared
from blocks.reading import language_of, mark
from pages.centre.models import FooterLink

register = template.Library()


@dataclass(frozen=True)
class Link:
    """Where it leads, and what it is called.

    `current` is "page" for where the reader is, "true" for what that is a part of. `language` is that of
    the title, where it is not the page's. `is_own` says that what it leads to is written in that language.
    """

    title: str
    url: str
    current: str = ""
    language: str = ""
    is_own: bool = True

    @property
    def direction(self):
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


@register.simple_tag(takes_context=True)
def main_menu(context):
    """The entries of the main menu, the one that holds this page marked."""
    house = context["house"]
    around = house.around(_page(context))
    return _links(context, (each for each in around if each.show_in_menus and _is_at_the_top(each, house)))


@register.simple_tag(takes_context=True)
def breadcrumbs(context):
    """The way from the home page to this page, both included; nothing on the home page."""
    page, house = _original(context), context["house"]
    if page is None or house.home is None or page.depth <= house.homes[0].depth:
        return []
    between = (
        each for each in house.around(_page(context)) if _is_on_the_way(each, page, house.homes[0].depth)
    )
    links, part = _links(context, between, whatever=True), context.get("part")
    house.homes[0].shown = house.home
    links = [*_links(context, [house.homes[0]], whatever=True), *links]
    return [*links, Link(part.title, links[-1].url + part.tail, "page")] if part else links


@register.simple_tag(takes_context=True)
def subnavigation(context):
    """The pages below this one, or else those beside it, for a kind of page that `is_in_an_area`."""
    page, house = _original(context), context["house"]
    if page is None or house.home is None or page.depth <= house.homes[0].depth:
        return []
    around = house.around(_page(context))
    shown = [other for other in around if other.is_child_of(page)]
    if not shown and page.depth > house.homes[0].depth + 1:
        shown = [other for other in around if other.is_sibling_of(page)]
    return _links(context, shown) if any(other.pk != page.pk for other in shown) else []


@register.simple_tag(takes_context=True)
def translations(context):
    """This page, or else the home page, in all languages of the house; nothing if there is only one.

    Where it is not translated, the link leads to the original within the frame of that language. It asks for
    the same as this address, as far as the page understood it (`same`); what is no page says itself where it
    is found in another language (`found_at`, a view or an address by its name).
    """
    house = context["house"]
    page = _page(context) or house.home
    if page is None or len(house.languages) < 2:
        return []
    names, leads = dict(settings.LANGUAGES), _ways(context, page)
    ways = ((code, *leads(code)) for code in sorted(house.languages, key="de-simple".__ne__))
    return [
        Link(names[code], url + _same(context), _spoken(code), code, own) for code, url, own in ways if url
    ]


def _ways(context, page):
    """A function from a language to the address there, and whether that is written in it."""
    if view := context.get("found_at"):
        here = view if "/" in view else reverse(view)
        return lambda code: (translate_url(here, code), True)
    group, original = context["house"].group(page), _original(context) or context["house"].homes[0]

    def leads(code):
        url = mark(copy(group.get(code) or original), code).get_url(context.get("request"))
        return url and url + tail(context), code in group

    return leads


def _same(context):
    """The end of an address: the query, as the page understood it."""
    query = context.get("same", "").rstrip("&")
    return f"?{query}" if query else ""


@register.simple_tag(takes_context=True)
def footer_links(context):
    """The links at the foot, each page in the reader's language where there is one. One query."""
    house = context["house"]
    if not house.site:
        return []
    shown = {each.translation_key: each.shown for each in house.around(_page(context))}
    links = ask_footer_links(centre=house.centre.pk)
    named = [(_name(link, shown[link.key]), shown[link.key]) for link in links if link.key in shown]
    addressed = ((name, page.get_url(context.get("request"))) for name, page in named)
    return [Link(text, url, language=language) for (text, language), url in addressed if text and url]


@prepared
def ask_footer_links():
    """Those of a centre, each with the `key` of the page that it leads to."""
    links = FooterLink.objects.filter(centre=Slot("centre", IntegerField()))
    return links.annotate(key=F("page__translation_key"))


def _name(link, page):
    """The text of a link, and its language where it is not the reader's."""
    text, language = link.label.in_language(get_language())
    if not filled(text):
        text, language = filled(page.title), language_of(page)
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


def _original(context):
    """The original of this page: where it stands in the tree is the same in every language."""
    page = _page(context)
    return getattr(page, "original", page)


def _is_at_the_top(page, house):
    return page.depth == house.homes[0].depth + 1


def _is_on_the_way(each, page, depth):
    return each.depth > depth and page.path.startswith(each.path)


def _links(context, pages, whatever=False):
    """One link per page; a page that has no address, or an unfinished title, is left out.

    `whatever` the title is: the kind of page takes its place.
    """
    here, request, links = _original(context), context.get("request"), []
    for page in pages:
        shown = page.shown
        name = filled(shown.title) or (whatever and str(shown.specific_class.called()))
        url = name and shown.get_url(request)
        if url:
            links.append(Link(name, url, _current(here, page), shown.foreign))
    return links


def _current(here, page):
    if here is None or not here.path.startswith(page.path):
        return ""
    return "page" if here.path == page.path else "true"
