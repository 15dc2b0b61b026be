"""Which page an address leads to: that in its language, else the original in the frame of that language."""

from copy import copy

from django.http import Http404
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from blocks.closed import is_closed
from blocks.reading import lend, mark
from pages.easy.language import EASY, hush, speaks_easily


def way(house, names) -> RouteResult | str | None:
    """Where the parts of an address lead: a page, the address of its translation, or nowhere (None).

    An address in a language that the house has not switched on leads to that of the original. Nothing more is
    asked for a page that is where it is said to be.
    """
    is_spoken = get_language() in house.languages
    for home in _homes(house, names):
        if found := _route(home, house.request, names):
            return _shown(house, found, names) if is_spoken else _address(house, found.page, names)
    return _elsewhere(house, _withdrawn(house, names) or _former(house, names))


def _homes(house, names):
    """That of the language first, then the original, then the others: a page may be at home in any.

    Of the others only those below which the first part of the address is known: one query for all.
    """
    spoken = [home for home in house.roots if home.locale.language_code == get_language()]
    first = list(dict.fromkeys([*spoken, *house.roots[:1]]))
    yield from first
    others = (
        {f"{home.url_path}{names[0]}/": home for home in house.roots if home not in first} if names else {}
    )
    if others:
        known = Page.objects.filter(url_path__in=others).order_by("pk").values_list("url_path", flat=True)
        yield from (others[path] for path in known)


def _elsewhere(house, address):
    """Nobody is led to where he is already."""
    return None if address and iri_to_uri(address) == house.request.get_full_path() else address


def _route(home, request, names):
    try:
        return copy(home).route(request, names)
    except Http404:
        return None


def _shown(house, found, names):
    page, language = found.page, get_language()
    if page.locale.language_code != language:
        if translated := house.group(page).get(language):
            if is_closed(translated):
                return _behind_the_door(translated, found)
            return _with_rest(translated, page, names, house)
        if page.original.pk != page.pk:
            return _with_rest(mark(page.original), page, names, house)
        mark(page, language)
        if language == EASY:
            _tell_easily(page)
    elif page.original.pk != page.pk:
        if not page.original.live:
            return None
        lend(page.original, page)
    return found


def _behind_the_door(page, found):
    """Nobody learns the address of a closed page from where he is led to."""
    page = page.specific
    lend(page.original, page)
    return RouteResult(page, found.args, found.kwargs)


def _tell_easily(page):
    """In the frame of Leichte Sprache no page tells at length what most who read there cannot read."""
    if speaks_easily(page):
        page.foreign = ""
    else:
        hush(page)


def _address(house, page, names):
    """For a language that is off: the same page in its original language, or in the house's own."""
    own = page.original.locale.language_code
    language = own if own in house.languages else house.languages[0]
    return _with_rest(mark(page.original, language), page, names, house)


def _withdrawn(house, names):
    """From the address of a translation that is not published (any more) to the original in its frame."""
    home = next((home for home in house.roots if home.locale.language_code == get_language()), None)
    if home is None or not names:
        return None
    paths = [f"{home.url_path}{'/'.join(names[:end])}/" for end in range(1, len(names) + 1)]
    found = Page.objects.filter(url_path__in=paths, live=False).order_by("-depth").first()
    return found and _to_original(house, found, names)


def _to_original(house, page, names):
    page = page.specific
    original = getattr(page, "original", page)
    if original.pk == page.pk or is_closed(original):
        return None
    return _with_rest(mark(original), page, names, house)


def _former(house, names):
    """Where a page that stood at this address, or at one above, in any frame, is now.

    What it was called exactly, in the language it is written in, Wagtail itself leads on for good.
    """
    own = f"/{get_language()}"
    frames = dict.fromkeys([own, *(f"/{home.locale.language_code}" for home in house.roots)])
    ends = [(end, "/".join(names[:end])) for end in range(len(names), 0, -1)]
    asked = {f"{frame}/{path}": end for frame in frames for end, path in ends}
    known = Redirect.get_for_site(house.site).filter(old_path__in=asked, redirect_page__live=True)
    known = sorted(known.select_related("redirect_page__locale"), key=lambda each: -asked[each.old_path])
    for each in known:
        page, end = each.redirect_page, asked[each.old_path]
        is_wagtails = end == len(names) and each.old_path.startswith(f"{own}/")
        if is_wagtails and page.locale.language_code == get_language():
            return None
        address = _now(house, page, names[end:])
        if address and not (names[end:] and _is_below(address, each.old_path)):
            return address
    return None


def _is_below(address, old_path):
    """Whether a page moved below the place where it was: what stands there now is another matter."""
    places = (iri_to_uri(path).split("/", 2)[-1] for path in (address, f"{old_path}/"))  # in any frame
    return next(places).startswith(next(places))


def _now(house, page, rest):
    shown = None if is_closed(page) else house.group(page).get(get_language())
    if shown is None:
        page = page.specific
        original = getattr(page, "original", page)
        shown = None if is_closed(original) or not original.live else mark(original)
    return shown and _ended(shown, rest, house)


def _with_rest(page, found, names, house):
    """The address of one page, and what stood behind that of another, like the date of an event."""
    if not page.live:
        return None
    below = len(names) - (found.depth - house.roots[0].depth)
    return _ended(page, names[len(names) - below :] if below > 0 else [], house)


def _ended(page, rest, house):
    tail = "".join(f"{name}/" for name in rest)
    if rest and "." in rest[-1]:
        tail = tail.removesuffix("/")
    query, url = house.request.META.get("QUERY_STRING", ""), page.get_url(house.request)
    return url and f"{url}{tail}{f'?{query}' if query else ''}"
