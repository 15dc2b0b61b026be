"""Partners as readers may know of them: in their language, with the facts of the original."""

from itertools import groupby
from operator import attrgetter

from django.db.models import F

from blocks.closed import is_closed, remembered
from blocks.reading import lend, mark


def told(partners, language):
    """Of those `with_languages` the ones whose original everybody may read, each once. The rule: two queries.

    Its words are those of the translation into `language` if there is one; its facts, and `original_id`, are
    the original's. So there have to be whole groups of translations.
    """
    rows = sorted(partners, key=attrgetter("pk"))
    rows.sort(key=attrgetter("translation_key"))
    with remembered():
        groups = (list(group) for _key, group in groupby(rows, attrgetter("translation_key")))
        shown = [_shown(group, language) for group in groups if _is_told(group[0])]
    return sorted(shown, key=lambda partner: partner.title.casefold())


def with_languages(partners):
    """A queryset of partners as `told` needs them."""
    partners = partners.select_related("logo").annotate(language=F("locale__language_code"))
    return partners.defer_streamfields()


def _is_told(page):
    return page.live and not is_closed(page)


def _shown(group, language):
    first = group[0]
    shown = next((each for each in group if each.language == language and _is_told(each)), first)
    if shown is not first:
        lend(first, shown)
    shown.original_id, shown.group = first.pk, {each.pk for each in group}
    return mark(shown, language)
