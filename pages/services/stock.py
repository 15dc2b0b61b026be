"""All open services of one language with what one can ask for: loaded at once, in seven queries at most."""

from blocks.closed import open_pages
from pages.places.access import is_step_free
from pages.services.choices import Registration, is_free
from pages.services.matching import AUDIENCE, DROP_IN, FREE, LANGUAGE, STEP_FREE, TOPIC, Stock
from pages.services.models.service import ServicePage
from pages.services.models.times import ServiceTime
from pages.services.rhythm import parts_of

YES = "1"


def stock(near) -> Stock:
    """What may be told to everybody of the site and in the language of the page `near`."""
    site = near.path[: 2 * near.steplen]
    services = ServicePage.objects.live().filter(locale=near.locale_id, path__startswith=site)
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
    _add_audiences(loaded, registrations.keys())
    _add_topics(loaded, registrations.keys())
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


def _add_audiences(loaded, open_services):
    """A service for nobody in particular is for everybody."""
    rows = ServicePage.audiences.through.objects.values_list("servicepage", "audience__slug")
    particular = set()
    for key, slug in rows:
        if key in open_services:
            loaded.having[AUDIENCE, slug].add(key)
            particular.add(key)
    everybody = open_services - particular
    if not everybody:
        return
    for slug in ServicePage.audiences.field.related_model.objects.values_list("slug", flat=True):
        loaded.having[AUDIENCE, slug] |= everybody


def _add_topics(loaded, open_services):
    for key, slug in ServicePage.topics.through.objects.values_list("servicepage", "topic__slug"):
        if key in open_services:
            loaded.having[TOPIC, slug].add(key)
