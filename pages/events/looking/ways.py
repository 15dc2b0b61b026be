"""Where one goes on from a view of the calendar: other views, earlier and later days, what is over."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pages.events.looking import words
from pages.events.looking.spans import ARCHIVE, LIST, MONTH, after, before, span

ENDLESS = (LIST, ARCHIVE)
"""Views that go on by pages, not by days."""


@dataclass(frozen=True)
class Way:
    """A link: its words, its address, and whether one is there already."""

    label: str
    url: str
    is_here: bool = False


class Ways:
    """Links that keep the filters. There are dates from the day `first` to the day `last`, or none at all."""

    def __init__(self, look, first: date | None, last: date | None):
        self.look, self.first, self.last = look, first, last

    @property
    def views(self):
        day = self.look.asked
        return [self._way(label, view, day, view == self.look.view) for view, label in words.views().items()]

    @property
    def shortcuts(self):
        here, there = self.look.view, self.look.span
        return [
            self._way(label, view, None, view == here and there == span(view, self.look.today))
            for view, label in words.shortcuts().items()
        ]

    @property
    def earlier(self):
        return self._step(before)

    @property
    def later(self):
        return self._step(after)

    @property
    def archive(self):
        """What is over, if anything is."""
        if self.first is None or self.first >= self.look.today:
            return None
        return self._way(_("Past dates"), ARCHIVE, None, self.look.view == ARCHIVE)

    @property
    def is_far_away(self):
        """Whether nothing can be on these days, so that nobody need look there."""
        first, last = self.look.span
        return self.look.view not in ENDLESS and not self._reaches(first, last)

    def month_of(self, day: date):
        return self._way(words.named(MONTH, day.replace(day=1), day), MONTH, day)

    def list_from(self, day: date):
        return self._way(words.since(day), LIST, day)

    def year(self, year: int):
        return Way(str(year), self.look.url(view=ARCHIVE, year=year), year == self.look.year)

    def _step(self, to):
        view = self.look.view
        if view in ENDLESS:
            return None
        first, last = span(view, to(view, self.look.day))
        return self._way(words.step(view, first), view, first) if self._reaches(first, last) else None

    def _reaches(self, first, last):
        return self.first is not None and first <= self.last and last >= self.first

    def _way(self, label, view, day, is_here=False):
        return Way(label, self.look.url(view=view, day=day), is_here)
