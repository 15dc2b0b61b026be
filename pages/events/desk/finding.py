"""From an address of the desk to the event and the date that it means."""

import re
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from pages.events.models import EventPage
from pages.events.wall import on_the_clock

NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:-(\d\d)(\d\d))?", re.ASCII)


def event_of(page_id) -> EventPage:
    """The event whose facts count: the original, whichever translation the address names."""
    page = get_object_or_404(EventPage, pk=page_id)
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
    if not (found := NAME.fullmatch(name)):
        raise Http404
    try:
        return on_the_clock(datetime(*(int(part) for part in found.groups(default="0"))))
    except (ValueError, OverflowError):
        raise Http404 from None
