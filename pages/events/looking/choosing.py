"""What one may narrow the calendar down by: what any event to come has, and what was asked for."""

from functools import cached_property

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from blocks.goal import chosen, goal
from pages.events.asking import (
    AUDIENCE,
    DROP_IN,
    FREE,
    LANGUAGE,
    PARTNER,
    PLACE,
    STEP_FREE,
    TICKS,
    TOPIC,
    YES,
)
from pages.events.listing import open_events
from pages.events.models.occurrence import Occurrence, events
from pages.events.models.outside import OutsideCalendar
from pages.offers.panels import Option, Panel, filled
from pages.places.models import Place
from pages.tongues import CODES, name_of
from pages.topics.models import Audience, Topic
from pages.wording import marked


class Choosing:
    """The filters as one wish has them: seven queries, however many events there are."""

    def __init__(self, page, wish, now):
        self.wish = wish
        self.open = open_events(page)
        to_come = Occurrence.objects.filter(page=OuterRef("pk")).not_over(now)
        self.events = self.open.filter(Exists(to_come))

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Each value that may be chosen with its name, by filter."""
        return {
            AUDIENCE: self._terms(Audience.objects.all(), AUDIENCE, "audiences"),
            TOPIC: self._terms(Topic.objects.all(), TOPIC, "topics"),
            LANGUAGE: self._languages(),
            PLACE: self._places(),
            PARTNER: self._partners(),
            FREE: {YES: _("free of charge")},
            STEP_FREE: {YES: _("step-free")},
            DROP_IN: {YES: _("without registration")},
        }

    @property
    def panels(self) -> list[Panel]:
        """The filters as a form shows them."""
        ticks = [option for name in TICKS for option in self._options(name)]
        return filled(
            [
                Panel(_("For whom"), [(_("For whom?"), self._options(AUDIENCE))]),
                Panel(_("Topic"), [(_("What about?"), self._options(TOPIC))]),
                Panel(_("Language"), [(_("In which language?"), self._options(LANGUAGE))]),
                Panel(_("Where and by whom"), self._places_and_partners),
                Panel(_("Good to know"), [(_("What else matters?"), ticks)]),
            ]
        )

    @property
    def _places_and_partners(self):
        """One place alone is no choice."""
        places = self._options(PLACE)
        offered = places if len(places) > 1 or self.wish.chosen.get(PLACE) else []
        return [(_("In which place?"), offered), (_("Who runs it?"), self._options(PARTNER))]

    def label(self, name, value):
        return self.labels[name].get(value, value)

    def _options(self, name):
        chosen = self.wish.chosen.get(name, ())
        labels = self.labels[name]
        return [Option(name, value, label, value in chosen) for value, label in labels.items()]

    def _terms(self, terms, name, field):
        asked = Q(slug__in=self.wish.chosen.get(name, ()))
        found = terms.filter(asked | Exists(self.events.filter(**{field: OuterRef("pk")})))
        if name == TOPIC:
            found = sorted(found, key=lambda topic: str(topic).casefold())
        return {term.slug: marked(term.name.text, term.name.language) for term in found}

    def _languages(self):
        """Those heard at any open event, and those asked for; to ask which are to come would take long."""
        spoken = self.open.order_by().values_list("languages", flat=True).distinct()
        there = {code for codes in spoken for code in codes}.union(self.wish.chosen.get(LANGUAGE, ()))
        return {code: name_of(code) for code in CODES if code in there}

    def _places(self):
        there = Exists(self.events.filter(place=OuterRef("pk")))
        inside = Exists(self.events.filter(room__place=OuterRef("pk")))
        found = Place.objects.filter(Q(pk__in=self.wish.chosen.get(PLACE, ())) | there | inside)
        return {str(place.pk): marked(place.name.text, place.name.language) for place in found}

    def _partners(self):
        """By the number of the page that somebody chose, each partner once; of closed ones not a word."""
        partners = events().model.partner.get_queryset()
        runs = Exists(self.events.filter(partner=OuterRef("pk")))
        sends = Exists(OutsideCalendar.objects.filter(partner=OuterRef("pk"), is_active=True))
        asked = Q(pk__in=self.wish.chosen.get(PARTNER, ()))
        keys = partners.filter(asked | runs | sends).order_by("pk").values_list("pk", flat=True)
        told = {}
        for partner in chosen(partners, list(keys)):
            if goal(partner):
                told.setdefault(partner.translation_key, partner)
        named = sorted(told.values(), key=lambda partner: partner.shown.title.casefold())
        return {str(each.pk): marked(each.shown.title, each.shown.language) for each in named}
