"""What somebody wants to see of the calendar, in words."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from blocks.goal import chosen
from pages.events.asking import AUDIENCE, DROP_IN, FREE, LANGUAGE, PARTNER, PLACE, STEP_FREE, TOPIC
from pages.places.models import Place
from pages.tongues import name_of
from pages.topics.models import Audience, Topic
from pages.wording import marked


def named(wish):
    """The name of each value that is asked for, in their order. One query at most for each kind of thing.

    A partner whose page is not for everybody is not named.
    """
    return [name for kind, values in wish.chosen.items() for name in NAMES[kind](values) if name]


def _terms(model):
    return lambda slugs: [_marked(term) for term in model.objects.filter(slug__in=slugs)]


def _places(numbers):
    return [_marked(place) for place in Place.objects.filter(pk__in=numbers)]


def _partners(numbers):
    pages = chosen(Page.objects.all(), list(map(int, numbers)))
    return [page.shown.title for page in pages if page and page.shown]


def _marked(thing):
    return marked(thing.name.text, thing.name.language)


NAMES = {
    AUDIENCE: _terms(Audience),
    TOPIC: _terms(Topic),
    LANGUAGE: lambda codes: list(map(name_of, codes)),
    FREE: lambda _yes: [_("free of charge")],
    STEP_FREE: lambda _yes: [_("step-free")],
    DROP_IN: lambda _yes: [_("without registration")],
    PLACE: _places,
    PARTNER: _partners,
}
