"""All that the export tells, fetched in as many queries for two thousand services as for two."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.apps import apps
from wagtail.models import Page

from blocks.goal import chosen
from blocks.originals import at_or_below, homes_of, originals
from blocks.reading import read
from pages.centre.models import Centre
from pages.places.models import RoomPage
from pages.services.models.service import ServicePage


@dataclass(frozen=True)
class Facts:
    """What everybody may know on one day. Pages that are not for everybody have dropped out already."""

    house: Centre
    services: list[ServicePage]
    partners: dict[int, Page]
    """By the number that a service keeps; the page is that in the reader's language."""
    forms: dict[int, Page]
    rooms: dict[int, Page]
    """By the number of the room: the page that tells of it."""
    funders: dict[UUID, list[Page]]
    """By the translation key of the service: who pays for it today."""
    _shaped: dict = field(default_factory=dict)

    def once(self, key, shape):
        """What many services share is put into shape once: `once(("room", 7), …)`."""
        if key not in self._shaped:
            self._shaped[key] = shape()
        return self._shaped[key]


def load(index, house: Centre, today: date) -> Facts:
    """Of the services on the site of the finder `index`, in the reader's language where there is that."""
    services = _services(index)
    return Facts(
        house,
        services,
        partners=_shown("partners.PartnerPage", {each.partner_id for each in services}),
        forms=_shown("enquiries.FormPage", {each.registration_form_id for each in services}),
        rooms=_rooms({each.room_id for each in services}),
        funders=_funders(services, today),
    )


def _services(index):
    below = ServicePage.objects.filter(at_or_below(homes_of(index))).order_by("path").defer_streamfields()
    told = below.select_related("room__place", "place", "contact")
    return read(told.prefetch_related("times", "audiences", "topics"))


def _shown(model, keys):
    """Of chosen pages what everybody may read, in the reader's language where there is that.

    Its `chosen` is the original of the page that was chosen: it has the facts.
    """
    keys = sorted(filter(None, keys))
    things = chosen(apps.get_model(model).objects.defer_streamfields(), keys)
    found = {key: thing for key, thing in zip(keys, things, strict=True) if thing and thing.shown}
    for thing in found.values():
        thing.shown.chosen = thing.original
    return {key: thing.shown for key, thing in found.items()}


def _rooms(keys):
    pages = RoomPage.objects.filter(room__in=keys - {None}).order_by("-path").defer_streamfields()
    return {page.room_id: page for page in read(pages)}


def _funders(services, today):
    """Money is a fact: that of the original holds in all languages, by its own dates and the funder's."""
    keys = [each.translation_key for each in services]
    first = dict(
        originals(Page.objects.filter(translation_key__in=keys)).values_list("pk", "translation_key")
    )
    fundings = apps.get_model("partners.Funding").objects.filter(page__in=first).select_related("funder")
    fundings = fundings.order_by("sort_order", "pk")
    flowing = [each for each in fundings if each.holds_on(today)]
    shown = _shown("partners.PartnerPage", {each.funder_id for each in flowing})
    found = defaultdict(list)
    for each in flowing:
        if each.funder_id in shown and shown[each.funder_id].chosen.holds_on(today):
            found[first[each.page_id]].append(shown[each.funder_id])
    return found
