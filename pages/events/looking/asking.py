"""Which view of the calendar an address asks for: nonsense becomes the list of what comes next.

/de/veranstaltungen/?ansicht=monat&datum=2026-06-01&fuer=kinder&kostenlos=1
/de/veranstaltungen/?ansicht=archiv&jahr=2025&seite=2
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django import forms

from pages.events.asking import Wish
from pages.events.looking.spans import ARCHIVE, LIST, VIEWS, span

PLACE = "#kalender"
"""Where the answer begins: who goes on is led there, past the head of the page."""

BEGINNING = date(2000, 1, 1)
AHEAD = timedelta(days=5 * 366)
"""Days before or further ahead than this are taken for a mistake."""


class LookForm(forms.Form):
    """What an address may say beside the filters."""

    ansicht = forms.CharField(required=False)
    datum = forms.DateField(required=False, input_formats=["%Y-%m-%d"])
    jahr = forms.IntegerField(required=False, min_value=BEGINNING.year)
    seite = forms.IntegerField(required=False, min_value=1, max_value=100_000)


@dataclass(frozen=True)
class Look:
    """One view of the calendar. `asked` is the day that somebody named; without one it is today."""

    wish: Wish
    today: date
    page: str = ""
    view: str = LIST
    asked: date | None = None
    year: int | None = None
    number: int = 1

    @classmethod
    def of(cls, query, today, page=""):
        """What the query of an address asks for; `page` is the address without it."""
        form = LookForm(query)
        form.full_clean()
        said = form.cleaned_data
        view, day, year = said.get("ansicht"), said.get("datum"), said.get("jahr")
        return cls(
            Wish.of(query),
            today,
            page,
            view if view in VIEWS else LIST,
            day if day and BEGINNING <= day <= today + AHEAD else None,
            year if year and year <= today.year else None,
            said.get("seite") or 1,
        )

    @property
    def day(self):
        return self.asked or self.today

    @property
    def span(self):
        return span(self.view, self.day)

    @property
    def first_shown(self):
        """The day on which a list begins."""
        return date.min if self.view == ARCHIVE else self.day

    def in_year(self, years):
        """The same, in a year of the archive in which something was: the one asked for, else the newest."""
        return replace(self, year=self.year if self.year in years else next(iter(years), None))

    def url(self, view, day=None, year=None):
        """The one address of another view with the same filters, whatever day in it is named."""
        query = urlencode([*self._place(view, day, year), *self.wish.pairs])
        return f"{self.page}{'?' if query else ''}{query}{PLACE}"

    def address(self, wish=None):
        """The query of this view, with these filters or with others."""
        return urlencode([*self.kept, *(self.wish if wish is None else wish).pairs])

    @property
    def kept(self):
        """What a form has to say, too, so that one stays in this view."""
        return self._place(self.view, self.asked, self.year)

    def _place(self, view, day, year):
        if view == ARCHIVE:
            return [("ansicht", view), *([("jahr", year)] if year else [])]
        first, last = span(view, day or self.today)
        named = [] if first <= self.today <= last else [("datum", first.isoformat())]
        return [*([] if view == LIST else [("ansicht", view)]), *named]
