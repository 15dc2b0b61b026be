"""What somebody wants to see of the calendar: read from an address, put as a query, written as an address."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Q
from wagtail.models import Page

from pages.events.models.occurrence import events
from pages.offers.choices import Cost, Registration
from pages.places.access import DOOR_WIDTH
from pages.tongues import CODES
from pages.topics.models import Audience, Topic

AUDIENCE, TOPIC, LANGUAGE, PLACE, PARTNER = "fuer", "thema", "sprache", "ort", "partner"
FREE, STEP_FREE, DROP_IN = "kostenlos", "stufenlos", "ohne-anmeldung"
TICKS = (FREE, STEP_FREE, DROP_IN)
FILTERS = (AUDIENCE, TOPIC, LANGUAGE, *TICKS, PLACE, PARTNER)
"""By the names that stand in addresses, the same as those of the finder for services."""

YES = "1"


@dataclass(frozen=True)
class Wish:
    """The values chosen for each filter. Of the values of one filter one is enough; each filter must hold."""

    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, query):
        """What a query string asks for; what makes no sense in it was not asked for. Two queries at most."""
        asked = {name: tuple(dict.fromkeys(query.getlist(name))) for name in FILTERS}
        sensible = {name: tuple(filter(SENSIBLE[name](), values)) for name, values in asked.items() if values}
        return cls({name: values for name, values in sensible.items() if values})

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


def _are_known(model):
    return lambda: set(model.objects.values_list("slug", flat=True)).__contains__


def _is_number(value):
    return value.isascii() and value.isdigit() and len(value) <= 9


SENSIBLE = {
    AUDIENCE: _are_known(Audience),
    TOPIC: _are_known(Topic),
    LANGUAGE: lambda: CODES.__contains__,
    **dict.fromkeys(TICKS, lambda: YES.__eq__),
    **dict.fromkeys((PLACE, PARTNER), lambda: _is_number),
}


def _events(condition):
    return Q(page__in=events().filter(condition).values("pk"))


def _for(slugs):
    """What is for nobody in particular is for everybody, and so is what others offer."""
    return _events(Q(audiences__slug__in=slugs) | Q(audiences=None)) | Q(page=None)


def _spoken(codes):
    spoken = Q()
    for code in codes:
        spoken |= Q(page__languages__icontains=f'"{code}"')
    return spoken


def _by(partners):
    """The page of a partner in any language will do: a reader may come from each of them."""
    keys = Page.objects.filter(pk__in=partners).values("translation_key")
    others = Q(outside__calendar__partner__translation_key__in=keys)
    return Q(page__partner__translation_key__in=keys) | others


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
