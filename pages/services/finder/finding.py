"""The finder: from the address of a page to the services that answer it, and to all that one may ask next."""

from functools import cached_property

from django.core.paginator import Paginator
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocks.closed import remembered
from blocks.reading import read
from pages.offers.panels import Option, Panel, filled
from pages.phrasing import labelled, listed
from pages.services.finder.asking import FinderForm, labels, legends
from pages.services.finder.matching import (
    AUDIENCE,
    DAY,
    DROP_IN,
    FREE,
    LANGUAGE,
    PART,
    STEP_FREE,
    TOPIC,
)
from pages.services.finder.stock import stock
from pages.services.models.service import ServicePage

PER_PAGE, NEAREST = 8, 6
RESULTS = "#ergebnis"
"""Where the answer begins: who asks is led there, past the filters."""


class Finder:
    """All that the page shows of one question."""

    def __init__(self, page, data, address):
        self.page, self.address = page, address
        self.labels = labels()
        self.question, self.number = FinderForm(data, self.labels).read()
        with remembered():
            self.stock = stock(page, self.labels[AUDIENCE])
        self.found = self.stock.answers(self.question)

    @cached_property
    def pages(self):
        return Paginator(self.stock.sorted(self.found), PER_PAGE).get_page(self.number)

    @cached_property
    def services(self):
        return loaded(self.pages.object_list)

    @property
    def numbers(self):
        return self.pages.paginator.get_elided_page_range(self.pages.number, on_each_side=1, on_ends=1)

    @property
    def query(self):
        """The start of an address that asks the same, to be followed by more."""
        return f"{urlencode(self.question.pairs)}&" if self.question.chosen else ""

    @property
    def heading(self):
        count = len(self.found)
        if not self.question.chosen:
            return ngettext("%(count)d service", "%(count)d services", count) % {"count": count}
        if not count:
            return _("No service fits everything")
        return ngettext("%(count)d service fits", "%(count)d services fit", count) % {"count": count}

    @property
    def title(self):
        """The heading with what was asked for, and the part of the list: what a window is called."""
        said = listed(strip_tags(self._label(*pair)) for pair in self.question.pairs)
        part = _("page %(number)d") % {"number": self.pages.number} if self.pages.number > 1 else ""
        return listed([labelled(self.heading, said) or self.heading, part])

    @cached_property
    def audiences(self):
        """The quickest way: one audience, with all else as it is."""
        return self._options(AUDIENCE)

    @property
    def everybody(self):
        """The way back to all audiences."""
        question = self.question.only(AUDIENCE)
        count = len(self.stock.answers(question))
        return Option(AUDIENCE, "", _("All"), question == self.question, count, self._url(question))

    @cached_property
    def panels(self):
        legend = legends()
        yes = [option for name in (FREE, STEP_FREE, DROP_IN) for option in self._options(name)]
        return filled(
            [
                Panel(_("For whom"), [(legend[AUDIENCE], self.audiences)], opens_at=2),
                Panel(_("Topic"), [(legend[TOPIC], self._options(TOPIC))]),
                Panel(_("When"), [(legend[name], self._options(name)) for name in (DAY, PART)]),
                Panel(_("Language"), [(legend[LANGUAGE], self._options(LANGUAGE))]),
                Panel(_("Good to know"), [(_("What else matters?"), yes)]),
            ]
        )

    @property
    def chosen(self):
        """What was chosen, each with the query that asks for all but that."""
        return [
            (self._label(name, value), urlencode(self.question.without(name, value).pairs))
            for name, value in self.question.pairs
        ]

    @cached_property
    def nearest(self):
        """Where nothing fits: what was dropped to find something, how many there are, the first of them."""
        left, found = self.stock.nearest(self.question)
        dropped = [self._label(name, value) for name, value in self.question.pairs if name not in left.names]
        first = self.stock.sorted(found)[:NEAREST]
        return {
            "dropped": dropped,
            "count": len(found),
            "services": loaded(first),
            "url": self._url(left),
            "has_more": len(found) > len(first),
        }

    def _options(self, name):
        """Those that any service offers, and those that were asked for."""
        chosen = self.question.values(name)
        if name in (DAY, PART):
            offered = self.stock.days if name == DAY else self.stock.parts
        else:
            offered = [value for kind, value in self.stock.having if kind == name]
        shown = [value for value in self.labels[name] if value in offered or value in chosen]
        counts = self.stock.counts(self.question, name, shown)
        return [
            Option(
                *(name, value, self.labels[name][value], value in chosen, counts[value]),
                self._url(self.question.only(name, value)),
            )
            for value in shown
        ]

    def _label(self, name, value):
        return self.labels[name][value]

    def _url(self, question):
        query = f"?{urlencode(question.pairs)}" if question.chosen else ""
        return f"{self.address}{query}{RESULTS}"


def loaded(keys) -> list:
    """These services as readers meet them, with all that a list says of them, in this order.

    Four queries, however many.
    """
    services = ServicePage.objects.filter(pk__in=keys).select_related("room__place", "place", "picture")
    services = read(services.prefetch_related("times", "audiences").defer_streamfields())
    found = {service.first: service for service in services}
    return [found[key] for key in keys if key in found]
