"""All open services with what one can ask for: loaded at once, in five queries at most."""

from django.db.models import Value

from blocks.closed import open_pages
from blocks.originals import at_or_below, homes_of, originals
from pages.offers.choices import Registration, is_free
from pages.places.access import is_step_free
from pages.services.finder.matching import AUDIENCE, DROP_IN, FREE, LANGUAGE, STEP_FREE, TOPIC, Stock
from pages.services.models.service import ServicePage
from pages.services.models.times import ServiceTime
from pages.services.rhythm import parts_of

YES = "1"


def stock(near, audiences) -> Stock:
    """What may be told to everybody of the site of the page `near`: originals, whatever their language.

    `audiences` are the short names of all there are.
    """
    services = originals(ServicePage.objects.filter(at_or_below(homes_of(near))))
    facts = open_pages(services).order_by("path").values_list(*FACTS)
    loaded = Stock([])
    registrations = {}
    for key, registration, cost, price, languages, steps, door_width in facts:
        loaded.order.append(key)
        registrations[key] = registration
        for name, holds in [(FREE, is_free(cost, price)), (STEP_FREE, is_step_free(steps, door_width))]:
            if holds:
                loaded.having[name, YES].add(key)
        for language in languages:
            loaded.having[LANGUAGE, language].add(key)
    _add_times(loaded, registrations)
    _add_terms(loaded, registrations.keys(), audiences)
    return loaded


FACTS = (
    *("pk", "registration", "cost", "price", "languages"),
    *("room__steps", "room__door_width"),
)


def _add_times(loaded, registrations):
    """Day and part of the day; and whether one may just come, which takes a time to come at."""
    for key, weekday, starts, ends in ServiceTime.objects.values_list("page", "weekday", "starts", "ends"):
        if key in registrations:
            for part in parts_of(starts, ends):
                loaded.at[str(weekday), part].add(key)
            if registrations[key] == Registration.NONE:
                loaded.having[DROP_IN, YES].add(key)


def _add_terms(loaded, open_services, audiences):
    """Whom a service is for and what it is about; one for nobody in particular is for everybody."""
    particular = set()
    for key, kind, slug in _terms("audience", AUDIENCE).union(_terms("topic", TOPIC), all=True):
        if key in open_services:
            loaded.having[kind, slug].add(key)
            if kind == AUDIENCE:
                particular.add(key)
    if everybody := open_services - particular:
        for slug in audiences:
            loaded.having[AUDIENCE, slug] |= everybody


def _terms(name, kind):
    links = getattr(ServicePage, f"{name}s").through.objects.annotate(kind=Value(kind))
    return links.values_list("servicepage", "kind", f"{name}__slug")
