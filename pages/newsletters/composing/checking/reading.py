"""In which languages an issue is read, and how much of it is translated there."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from blocks.closed import open_pages
from blocks.originals import ITS_LANGUAGE
from blocks.reading import language_of
from pages.newsletters.composing.writing import centre_of


@dataclass(frozen=True)
class Reading:
    """One language of the house; `untranslated` of its `entries` are told in another one."""

    language: str
    name: str
    is_translated: bool
    entries: int
    untranslated: int

    @property
    def in_words(self):
        """How much of it is told in another language."""
        if not self.untranslated:
            return _("All entries are translated.") if self.entries else ""
        words = ngettext(
            "%(number)d of %(all)d entries is not translated.",
            "%(number)d of %(all)d entries are not translated.",
            self.untranslated,
        )
        return words % {"number": self.untranslated, "all": self.entries}


def readings(issue) -> list[Reading]:
    """All languages of the house, its own first. Two queries beside the one for the centre."""
    ticked = [item.about_id for item in issue.original.items.all() if item.is_in]
    keys = set(open_pages(Page.objects.filter(pk__in=ticked)).values_list("translation_key", flat=True))
    known = _languages_of(keys | {issue.translation_key})
    own = {language_of(issue), *known.get(issue.translation_key, ())}
    return [
        Reading(
            code,
            dict(settings.LANGUAGES)[code],
            code in own,
            len(keys),
            sum(code not in known.get(key, ()) for key in keys),
        )
        for code in centre_of(issue).spoken
    ]


def _languages_of(keys):
    """In which languages the pages with these keys are published, by key."""
    found = {}
    pages = Page.objects.live().filter(translation_key__in=keys).annotate(language=ITS_LANGUAGE)
    for key, language in pages.values_list("translation_key", "language"):
        found.setdefault(key, set()).add(language)
    return found
