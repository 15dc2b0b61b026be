"""From the calendar: a date that is cancelled or moved becomes an announcement by one click.

What it says is asked of the calendar whenever it is read, so nothing has to be kept in step. It is not called
after the event either: that may become private.
"""

from datetime import UTC
from uuid import uuid5

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views import View
from django.views.decorators.http import require_POST

from pages.announcements.choices import Kind, Sentence, Shown
from pages.announcements.models import AnnouncementPage
from pages.events.choices import State
from pages.events.desk import finding
from pages.events.headlines import CALLED_OFF
from pages.events.listing import open_dates
from pages.events.spoken import local
from pages.phrasing import dated
from pages.wording import plain
from quartier.announcing import publishing, rights
from quartier.announcing.times import end_of_day
from quartier.context import House

PLACES = (Shown.EVERYWHERE, Shown.LIST)


def offer(request, event, date) -> str:
    """Two buttons below what was said of a changed date, as HTML; nothing where there is nothing to tell."""
    row = _changed(event, date.original)
    if row is None or not rights.may_announce(request.user) or not rights.news_of(House.of(request)):
        return ""
    there = (
        AnnouncementPage.objects.filter(translation_key=_key(event.translation_key, date.original))
        .order_by("pk")
        .first()
    )
    is_there = there and there.live and (there.ends is None or there.ends > timezone.now())
    words = {
        "address": reverse("urgent_date", args=[event.pk, date.name]),
        "there": there if is_there else None,
        "next": request.POST.get("next") or request.GET.get("next") or "",
    }
    return render_to_string("wagtailadmin/announcing/offer.html", words, request)


@method_decorator(require_POST, name="dispatch")
class AnnounceDateView(View):
    """Makes the announcement, or brings it back; a second click changes nothing."""

    def post(self, request, page_id, date):
        event, original = finding.event_of(page_id), finding.original_named(date)
        if not (rights.may_announce(request.user) and finding.may_change(request.user, event)):
            raise PermissionDenied
        row, news = _changed(event, original), rights.news_of(House.of(request))
        if row is None or news is None:
            raise Http404
        shown = request.POST.get("shown")
        page = _announce(news, request.user, row, shown if shown in PLACES else Shown.LIST)
        messages.success(request, _("Published: %(headline)s") % {"headline": plain(page.headline)})
        return redirect(_back(request) or reverse("events:dates", args=[event.pk]))


def _announce(news, user, row, shown):
    with override(news.locale.language_code):
        title = _("About the date on %(day)s") % {"day": dated(local(row.original), "DATE_FORMAT")}
    is_off = row.state in CALLED_OFF
    facts = {
        "title": title,
        "sentence": Sentence.CANCELLED if is_off else Sentence.MOVED,
        "kind": Kind.WARNING,
        "shown": shown,
        "ends": _end(row),
        "event": row.event,
        "date": row.original,
    }
    page, is_new = publishing.publish(news, user, _key(row.event, row.original), **facts)
    if not is_new:
        publishing.show_again(page, user, shown, _end(row))
    return page


def _end(row):
    """The end of the day on which one would come in vain; of its new day, where that one is over."""
    today, day = timezone.localdate(), local(row.original).date()
    return end_of_day(day if day >= today else max(local(row.moved_to or row.starts).date(), today))


def _changed(event, original):
    """The row that says what has become of a date, if everybody may know it; None for one as planned."""
    rows = open_dates().filter(event=event.translation_key, original=original)
    found = sorted(rows, key=lambda row: row.state != State.POSTPONED)
    return next((row for row in found if row.state != State.SCHEDULED or row.is_moved), None)


def _key(event, original):
    """One announcement for each date."""
    return uuid5(event, original.astimezone(UTC).isoformat())


def _back(request):
    there = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(there, {request.get_host()}, request.is_secure())
    return there if is_ours else ""
