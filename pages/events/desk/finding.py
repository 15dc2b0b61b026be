"""From an address of the desk to the event and the date that it means."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from pages.events.addresses import moment
from pages.events.models import EventPage


def event_of(page_id) -> EventPage:
    """The event whose facts count: the original, whichever translation the address names."""
    page = get_object_or_404(EventPage, id=page_id)
    return EventPage.objects.filter(translation_key=page.translation_key).order_by("pk").first()


def may_change(user, page) -> bool:
    """Whoever may publish an event may say what becomes of its dates."""
    return page.permissions_for_user(user).can_publish()


def may_see(user, page) -> bool:
    return may_change(user, page) or page.permissions_for_user(user).can_edit()


def demand(allowed: bool):
    if not allowed:
        raise PermissionDenied


def original_named(name) -> datetime:
    """The moment that a date is named after. Raises Http404 for what is no name of a date."""
    if (found := moment(name)) is None:
        raise Http404
    return found
