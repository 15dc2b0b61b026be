"""Which page an address leads to: that in its language, else the original in the frame of that language."""

from copy import copy

from django.http import Http404
from django.utils.translation import get_language
from wagtail.url_routing import RouteResult

from blocks.reading import lend, mark
from pages.easy.language import EASY, hush, speaks_easily


def way(house, names) -> RouteResult | str | None:
    """Where the parts of an address lead: a page, the address of its translation, or nowhere (None).

    An address in a language that the house has not switched on leads to that of the original.
    """
    language = get_language()
    if language not in house.languages:
        return _address(house, names)
    spoken = [home for home in house.homes if home.locale.language_code == language]
    for home in [*spoken, house.homes[0]]:
        if found := _route(home, house.request, names):
            return _shown(house, found, names)
    return None


def _route(home, request, names):
    try:
        return copy(home).route(request, names)
    except Http404:
        return None


def _shown(house, found, names):
    page, language = found.page, get_language()
    if page.locale.language_code != language:
        if translated := house.group(page).get(language):
            return _with_rest(translated, page, names, house)
        mark(page, language)
        if language == EASY:
            _tell_easily(page)
    elif page.original.pk != page.pk:
        if not page.original.live:
            return None
        lend(page.original, page)
    return found


def _tell_easily(page):
    """In the frame of Leichte Sprache no page tells at length what most who read there cannot read."""
    if speaks_easily(page):
        page.foreign = ""
    else:
        hush(page)


def _address(house, names):
    """For a language that is off: the same page in its original language, if there is such a page."""
    for home in house.homes:
        if found := _route(home, house.request, names):
            return _with_rest(found.page.original, found.page, names, house)
    return None


def _with_rest(page, found, names, house):
    """The address of one page, and what stood behind that of another, like the date of an event."""
    if not page.live:
        return None
    below = len(names) - (found.depth - house.homes[0].depth)
    rest = names[len(names) - below :] if below > 0 else []
    tail = "".join(f"{name}/" for name in rest)
    if rest and "." in rest[-1]:
        tail = tail.removesuffix("/")
    query = house.request.META.get("QUERY_STRING", "")
    return f"{page.get_url(house.request)}{tail}{f'?{query}' if query else ''}"
