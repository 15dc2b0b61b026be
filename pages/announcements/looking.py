"""The list of news: from the words in an address to what one then reads.

/de/aktuelles/?thema=nachbarschaft&seite=2
/de/aktuelles/?jahr=2025
"""

from datetime import datetime
from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocks.closed import remembered
from pages.announcements.choices import BY_WEIGHT
from pages.announcements.listing import begun, current, told
from pages.offers.choosing import SomeOf
from pages.offers.panels import Option, Panel, filled
from pages.phrasing import labelled, listed
from pages.topics.models import Topic
from pages.wording import marked, plain

TOPIC, YEAR, PART = "thema", "jahr", "seite"
PER_PAGE = 10
RESULTS = "#meldungen"
"""Where the answer begins: who asks is led there, past the filters."""


class NewsForm(forms.Form):
    """What an address may ask for; nonsense was not asked for."""

    jahr = forms.IntegerField(required=False, min_value=2000, max_value=2100)
    seite = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def __init__(self, data, topics):
        super().__init__(data)
        self.fields[TOPIC] = SomeOf(choices=topics.items(), required=False)

    def read(self):
        self.full_clean()
        said = self.cleaned_data
        return said.get(TOPIC, ()), said.get(YEAR), said.get(PART) or 1


class News:
    """All that the page shows of one address: what holds now, or what there was in a year."""

    def __init__(self, page, query, address, now=None):
        self.page, self.address, self.now = page, address, now or timezone.now()
        with remembered():
            self.all, holding = begun(self.now, page), current(self.now, page)
        self.topics = topics_of(self.all, query.getlist(TOPIC))
        self.chosen_topics, year, self.number = NewsForm(query, self.topics).read()
        self.year = year if year in self.years else None
        self.found = about(self._of_year() if self.year else _holding_first(holding), self.chosen_topics)

    @cached_property
    def years(self):
        """Those in which there was any, newest first."""
        year = ExtractYear("since", tzinfo=timezone.get_current_timezone())
        found = self.all.order_by().annotate(year=year).values_list("year", flat=True)
        return sorted(filter(None, found.distinct()), reverse=True)

    @cached_property
    def pages(self):
        return Paginator(self.found, PER_PAGE).get_page(self.number)

    @cached_property
    def announcements(self):
        return told(self.pages.object_list)

    @property
    def numbers(self):
        return self.pages.paginator.get_elided_page_range(self.pages.number, on_each_side=1, on_ends=1)

    @property
    def heading(self):
        if self.year:
            return _("News of %(year)d") % {"year": self.year}
        return _("What is new")

    @property
    def count(self):
        number = self.pages.paginator.count
        return ngettext("%(count)d announcement", "%(count)d announcements", number) % {"count": number}

    @property
    def title(self):
        """What a window is called: the heading with what was asked for, and the part of the list."""
        said = listed(plain(self.topics[slug]) for slug in self.chosen_topics)
        part = _("page %(number)d") % {"number": self.pages.number} if self.pages.number > 1 else ""
        return listed([labelled(self.heading, said) or self.heading, part])

    @property
    def is_narrowed(self):
        return bool(self.year or self.chosen_topics or self.pages.number > 1)

    @property
    def panels(self):
        options = [
            Option(TOPIC, slug, name, slug in self.chosen_topics) for slug, name in self.topics.items()
        ]
        return filled([Panel(_("Topic"), [(_("What about?"), options)])])

    @property
    def kept(self):
        """What a form has to say, too, so that one stays in this year."""
        return [(YEAR, self.year)] if self.year else []

    @property
    def chosen(self):
        """What was chosen, each with the query that asks for all but that."""
        others = [
            (slug, [each for each in self.chosen_topics if each != slug]) for slug in self.chosen_topics
        ]
        return [(self.topics[slug], self._query(left)) for slug, left in others]

    @property
    def ways_to_years(self):
        """Each year with its address, and whether it is the one that is shown."""
        chosen = self._pairs(self.chosen_topics)
        return [
            (year, f"{self.address}?{urlencode([(YEAR, year), *chosen])}{RESULTS}", year == self.year)
            for year in self.years
        ]

    @property
    def now_address(self):
        """What holds now, with the same topics."""
        chosen = urlencode(self._pairs(self.chosen_topics))
        return f"{self.address}{'?' if chosen else ''}{chosen}{RESULTS}"

    @property
    def without_topics(self):
        """The same year, about anything."""
        query = self._query([])
        return f"{self.address}{'?' if query else ''}{query}{RESULTS}"

    @property
    def feed(self):
        query = urlencode(self._pairs(self.chosen_topics))
        return f"{self.address}feed.xml{'?' if query else ''}{query}"

    @property
    def same(self):
        """The query of this view, as it was understood."""
        return self._query(self.chosen_topics)

    @property
    def query(self):
        """The start of an address of another part of the same list."""
        return f"{self.same}&" if self.same else ""

    def _query(self, topics):
        return urlencode([*self.kept, *self._pairs(topics)])

    def _pairs(self, topics):
        return [(TOPIC, slug) for slug in topics]

    def _of_year(self):
        zone = timezone.get_current_timezone()
        first = datetime(self.year, 1, 1, tzinfo=zone)
        return self.all.filter(since__gte=first, since__lt=first.replace(year=self.year + 1))


def topics_of(found, asked=()):
    """The topics that any of these is about, and those asked for: short name and name, by name."""
    wanted = Q(slug__in=[slug for slug in asked if "\0" not in slug])
    there = Exists(found.order_by().filter(topics=OuterRef("pk")))
    topics = sorted(Topic.objects.filter(wanted | there), key=lambda topic: str(topic).casefold())
    return {topic.slug: marked(topic.name.text, topic.name.language) for topic in topics}


def about(found, topics):
    """Those that are about any of these topics; all, if none is named."""
    named = found.model.topics.through.objects.filter(announcementpage=OuterRef("pk"), topic__slug__in=topics)
    return found.filter(Exists(named)) if topics else found


def _holding_first(found):
    """What holds until a certain moment goes before what is simply new, and what one has to know first."""
    holding = Case(When(ends=None, then=Value(1)), default=Value(0))
    ranks = [When(ends__isnull=False, kind=kind, then=Value(rank)) for rank, kind in enumerate(BY_WEIGHT)]
    return found.order_by(holding, Case(*ranks, default=Value(len(ranks))), F("since").desc(), "-pk")
