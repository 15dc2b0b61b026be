"""The issues that everybody may read, the newest first, older ones by their year."""

from datetime import datetime
from functools import cached_property
from itertools import groupby

from django.db.models.functions import ExtractYear

from blocks.closed import open_pages
from blocks.originals import ITS_LANGUAGE, originals
from blocks.reading import as_read
from pages.events.spoken import local
from pages.events.wall import BERLIN

YEAR = "jahr"
NEWEST = 12
"""So many stand there at first: a year of a newsletter that comes every month."""


def issues(index):
    """All of them as originals, the newest first: a queryset."""
    kind = index.original.issues
    found = originals(open_pages(kind.filter(first_published_at__isnull=False)))
    return found.order_by("-first_published_at", "-pk").annotate(language=ITS_LANGUAGE).defer_streamfields()


def told(found):
    """These issues as readers meet them; `issued` is when the original came out. One query more."""
    originals = list(found)
    read = as_read(originals)
    for page, original in zip(read, originals, strict=True):
        page.issued = original.first_published_at
    return read


class Archive:
    """What a reader asks for: the issues of a year, or the newest ones. Nonsense asks for the newest."""

    def __init__(self, index, asked=""):
        self.asked, self.issues = asked, issues(index)

    @cached_property
    def years(self):
        dated = self.issues.order_by().annotate(year=ExtractYear("first_published_at", tzinfo=BERLIN))
        return sorted(set(dated.values_list("year", flat=True)), reverse=True)

    @cached_property
    def year(self):
        """The one that is shown; None for the newest issues."""
        return next((year for year in self.years if str(year) == self.asked), None)

    @property
    def query(self):
        return f"{YEAR}={self.year}" if self.year else ""

    @cached_property
    def _found(self):
        if not self.year:
            return told(self.issues[: NEWEST + 1])
        first = datetime(self.year, 1, 1, tzinfo=BERLIN)
        of_year = self.issues.filter(first_published_at__gte=first)
        return told(of_year.filter(first_published_at__lt=first.replace(year=self.year + 1)))

    @cached_property
    def shown(self):
        """The issues, by year."""
        found = self._found if self.year else self._found[:NEWEST]
        return [(year, list(group)) for year, group in groupby(found, lambda page: local(page.issued).year)]

    @property
    def others(self):
        """The years of which something does not stand there."""
        if self.year:
            return [year for year in self.years if year != self.year]
        if len(self._found) <= NEWEST:
            return []
        return [year for year in self.years if year <= self.shown[-1][0]]
