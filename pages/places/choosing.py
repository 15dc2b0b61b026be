"""Narrowing down the rooms to hire: what was asked for in an address, and what it found."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.places.wishes import SEATINGS, Wish

MOST = 9999
TICKED = [("1", "")]


class WishForm(forms.Form):
    """The query string of the listing; whatever makes no sense in it was not asked for."""

    plaetze = forms.IntegerField(min_value=1, max_value=MOST, required=False)
    bestuhlung = forms.ChoiceField(choices=[(name, "") for name in SEATINGS], required=False)
    stufenlos = forms.ChoiceField(choices=TICKED, required=False)
    wc = forms.ChoiceField(choices=TICKED, required=False)
    hoerschleife = forms.ChoiceField(choices=TICKED, required=False)

    @property
    def asked(self):
        """What was asked for, by its name in the address."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


@dataclass(frozen=True)
class Option:
    """One thing that one can ask for, by its value in the address."""

    value: str
    label: str
    is_chosen: bool


class Choice:
    """Those of the pages of rooms that have what was asked for."""

    seatings = {
        "reihen": gettext_lazy("in rows"),
        "tische": gettext_lazy("at tables"),
        "stehend": gettext_lazy("standing"),
    }
    ticks = {
        "stufenlos": gettext_lazy("Without steps, doors wide enough for a wheelchair"),
        "wc": gettext_lazy("Toilet for wheelchair users"),
        "hoerschleife": gettext_lazy("Induction loop for hearing aids"),
    }

    def __init__(self, pages, query):
        self.all, self.asked = pages, WishForm(query).asked

    @property
    def query(self):
        """The end of an address that asks for the same."""
        return urlencode(self.asked)

    @cached_property
    def wish(self):
        asked = self.asked.get
        return Wish(
            asked("plaetze"),
            asked("bestuhlung", ""),
            *(name in self.asked for name in ("stufenlos", "wc", "hoerschleife")),
        )

    @cached_property
    def pages(self):
        return [page for page in self.all if self.wish.fits(page.room)]

    @property
    def nearest(self):
        """What comes closest, where nothing fits."""
        found = sorted(self.all, key=lambda page: self.wish.distance(page.room))
        return [] if self.pages else found[:3]

    @property
    def seats(self):
        return self.asked.get("plaetze", "")

    @property
    def seating_options(self):
        chosen = self.asked.get("bestuhlung", "")
        options = {"": _("does not matter"), **self.seatings}
        return [Option(value, label, value == chosen) for value, label in options.items()]

    @property
    def tick_options(self):
        return [Option(name, label, name in self.asked) for name, label in self.ticks.items()]

    @property
    def chosen(self):
        """Each thing that was asked for, with the query that asks for all but that."""
        return [(self._label(name), self._without(name)) for name in self.asked]

    @property
    def heading(self):
        """How many there are, or how many of them fit."""
        found, number = len(self.pages), len(self.all)
        if not number:
            return _("At the moment there is no room to hire")
        if not self.asked:
            return ngettext("%(number)d room to hire", "%(number)d rooms to hire", number) % {
                "number": number
            }
        if not found:
            return _("No room has all of that")
        words = ngettext("%(found)d of %(number)d rooms fits", "%(found)d of %(number)d rooms fit", found)
        return words % {"found": found, "number": number}

    def _label(self, name):
        if name == "plaetze":
            return ngettext("at least %(count)d place", "at least %(count)d places", self.seats) % {
                "count": self.seats
            }
        return str(self.ticks[name] if name in self.ticks else self.seatings[self.asked[name]])

    def _without(self, name):
        return urlencode({other: value for other, value in self.asked.items() if other != name})
