"""What somebody wants to see of the calendar: read from an address, put as a query, written as an address."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from blocks.goal import chosen, goal
from pages.events.models.occurrence import events
from pages.events.models.outside import OutsideEvent
from pages.offers.choices import Cost, Registration
from pages.places.access import DOOR_WIDTH
from pages.places.models import Place
from pages.tongues import CODES
from pages.topics.models import Audience, Topic

AUDIENCE, TOPIC, LANGUAGE, PLACE, PARTNER = "fuer", "thema", "sprache", "ort", "partner"
FREE, STEP_FREE, DROP_IN = "kostenlos", "stufenlos", "ohne-anmeldung"
TICKS = (FREE, STEP_FREE, DROP_IN)
FILTERS = (AUDIENCE, TOPIC, LANGUAGE, *TICKS, PLACE, PARTNER)
"""By the names that stand in addresses, the same as those of the finder for services."""

YES = "1"
MOST = 50
"""Values of one filter, at the most: nobody chooses so many by hand."""


@dataclass(frozen=True)
class Wish:
    """The values chosen for each filter. Of the values of one filter one is enough; each filter must hold."""

    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, query):
        """What a query string asks for; what makes no sense in it was not asked for.

        A query for each filter but language and ticks, if it is asked for.
        """
        asked = {name: list(dict.fromkeys(query.getlist(name)))[:MOST] for name in FILTERS}
        known = {name: set(KNOWN[name](values)) for name, values in asked.items() if values}
        chosen = {name: tuple(value for value in asked[name] if value in known[name]) for name in known}
        return cls({name: values for name, values in chosen.items() if values})

    @property
    def pairs(self):
        """Filter and value, as an address names them."""
        return [(name, value) for name in FILTERS for value in self.chosen.get(name, ())]

    @property
    def query(self):
        """The end of an address that asks for the same, without a question mark."""
        return urlencode(self.pairs)

    def without(self, name, value):
        left = tuple(each for each in self.chosen.get(name, ()) if each != value)
        chosen = {**self.chosen, name: left}
        return Wish({key: values for key, values in chosen.items() if values})

    def narrow(self, dates):
        """Those of a queryset of dates for which every filter holds."""
        for name, values in self.chosen.items():
            dates = dates.filter(NARROWING[name](values))
        return dates


def _slugs(model):
    return lambda values: model.objects.filter(slug__in=values).values_list("slug", flat=True)


def _places(values):
    return map(str, Place.objects.filter(pk__in=_numbers(values)).values_list("pk", flat=True))


def _partners(values):
    """Those of whom everybody may know."""
    found = chosen(events().model.partner.get_queryset(), _numbers(values))
    return [str(partner.pk) for partner in found if goal(partner)]


def _numbers(values):
    return [int(value) for value in values if value.isascii() and value.isdigit() and len(value) <= 9]


KNOWN = {
    AUDIENCE: _slugs(Audience),
    TOPIC: _slugs(Topic),
    LANGUAGE: lambda _: CODES,
    **dict.fromkeys(TICKS, lambda _: [YES]),
    PLACE: _places,
    PARTNER: _partners,
}
"""Which of some values exist, by filter."""


def _events(condition):
    return Q(page__in=events().filter(condition).values("pk"))


def _for(slugs):
    """What is for nobody in particular is for everybody, and so is what others offer."""
    audiences = events().model.audiences.through.objects.filter(eventpage=OuterRef("page"))
    return Exists(audiences.filter(audience__slug__in=slugs)) | ~Exists(audiences)


def _spoken(codes):
    spoken = Q()
    for code in codes:
        spoken |= Q(page__languages__icontains=f'"{code}"')
    return spoken


def _by(partners):
    """By a partner, whichever of its translations somebody chose."""
    names = Page.objects.filter(pk__in=partners).values("translation_key")
    same = Page.objects.filter(translation_key__in=names).values("pk")
    others = OutsideEvent.objects.filter(calendar__partner__in=same).values("pk")
    return _events(Q(partner__in=same)) | Q(outside__in=others)


NARROWING = {
    AUDIENCE: _for,
    TOPIC: lambda slugs: _events(Q(topics__slug__in=slugs)),
    LANGUAGE: _spoken,
    FREE: lambda _: Q(page__cost__in=[Cost.FREE, Cost.DONATION]) | Q(page__cost=Cost.FIXED, page__price=0),
    STEP_FREE: lambda _: Q(room__steps=0, room__door_width__gte=DOOR_WIDTH),
    DROP_IN: lambda _: Q(page__registration=Registration.NONE),
    PLACE: lambda places: Q(place__in=places) | Q(room__place__in=places),
    PARTNER: _by,
}
