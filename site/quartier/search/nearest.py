"""For an address that leads nowhere: the pages whose address or title looks like it."""

import re

from django.conf import settings
from rapidfuzz import fuzz, process, utils
from wagtail.models import Page

from blocks.blanks import filled
from blocks.reading import mark
from quartier.search.visible import readable_pages

MOST = 5
ALIKE = 88  # one short word in common makes 85
MOST_PAGES = 10_000
SHORTEST, LONGEST = 4, 80
FORMERLY_A_PAGE = re.compile(r"^[^.]*(\.html?)?$")


def nearest_pages(path):
    """Up to five pages as readers of the language of the address meet them, the likeliest first.

    At most four queries.

    Nothing for the address of a file, nor for one without a language: those are no pages, and whoever tries
    them by the thousand costs nothing.
    """
    language, parts = _taken_apart(path)
    if not parts:
        return []
    pages = readable_pages(language).order_by("path")
    names = {}
    for key, slug, title in pages.values_list("pk", "slug", "title")[:MOST_PAGES]:
        if filled(title):
            names[key, "slug"], names[key, "title"] = slug.replace("-", " "), title
    for part in parts:
        if keys := _alike(part, names):
            found = Page.objects.select_related("locale").in_bulk(keys)
            return [mark(found[key], language) for key in keys if key in found]
    return []


def _taken_apart(path):
    """The language of an address, and its last two parts as words, the last one first."""
    parts = [part[:LONGEST] for part in path.split("/")[:20] if part]
    language = parts.pop(0) if parts else ""
    if language not in dict(settings.LANGUAGES) or not parts or not FORMERLY_A_PAGE.search(parts[-1]):
        return language, []
    words = (utils.default_process(part.rsplit(".htm", 1)[0].replace("-", " ")) for part in parts[:-3:-1])
    return language, [word for word in words if len(word) >= SHORTEST]


def _alike(part, names):
    likest = process.extract(
        part, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=ALIKE, limit=2 * MOST
    )
    return list(dict.fromkeys(key for _name, _likeness, (key, _which) in likest))[:MOST]
