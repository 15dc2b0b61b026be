"""One date at the desk: what can become of it, each with its own small form, and each undone as easily."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from pages.events import changing
from pages.events.choices import State
from pages.events.desk import finding
from pages.events.desk.asking import PostponeForm, RoomForm, WhyForm
from pages.events.desk.rows import Row
from pages.events.listing import told
from pages.events.meeting import clashes
from pages.events.models import Occurrence
from pages.events.spoken import local
from pages.screens import Screen

AFTER_CHANGE = "offer_after_change_of_date"
"""A hook of ours: what it answers with (request, event, date) stands below what became of a date, as HTML."""

VERBS = ("cancel", "postpone", "room", "fill", "free", "undo")


class EventView(Screen):
    """Something about one event, for those who may publish it."""

    header_icon = "date"

    @cached_property
    def event(self):
        return finding.event_of(self.kwargs["page_id"])

    def dispatch(self, request, *args, **kwargs):
        finding.demand(finding.may_change(request.user, self.event))
        return super().dispatch(request, *args, **kwargs)

    @property
    def all_dates(self):
        return reverse("events:dates", args=[self.event.pk])

    @property
    def back(self):
        """Where the click came from, if that is a place of ours."""
        there = self.request.POST.get("next") or self.request.GET.get("next") or ""
        if url_has_allowed_host_and_scheme(there, {self.request.get_host()}, self.request.is_secure()):
            return there
        return self.all_dates

    def get_page_subtitle(self):
        return self.event.get_admin_display_title()

    def way(self):
        return [(self.all_dates, self.event.get_admin_display_title())]

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "event": self.event, "back": self.back}

    def leave(self, said, level=messages.ERROR):
        messages.add_message(self.request, level, said)
        return redirect(self.back)


class OneDateView(EventView):
    """Something about one date, which is there and not over; else a sentence says so."""

    @cached_property
    def original(self):
        return finding.original_named(self.kwargs["date"])

    def dispatch(self, request, *args, **kwargs):
        finding.demand(finding.may_change(request.user, self.event))
        try:
            self.date = changing.date_of(self.event, self.original)
            self.date.facts = self.date.text = self.event
            return super().dispatch(request, *args, **kwargs)
        except changing.NoSuchDateError:
            return self.leave(_("This date does not exist any more: the event has been changed meanwhile."))
        except changing.DateIsOverError:
            return self.leave(_("What is over cannot be changed any more."))

    def get_page_title(self):
        return f"{self.event.title}: {Row(self.date, timezone.now()).when}"

    def get_context_data(self, **kwargs):
        row = Row(self.date, timezone.now(), may_change=True)
        return {**super().get_context_data(**kwargs), "row": row, "date": self.date}

    def rows_by_name(self):
        found = told(Occurrence.objects.filter(page=self.event, original=self.original))
        return [Row(date, timezone.now(), may_change=True) for date in found]


class DateView(OneDateView):
    """All that can become of one date."""

    template_name = "wagtailadmin/events/date.html"
    page_title = gettext_lazy("Change a date")

    def post(self, request, **kwargs):
        verb = request.POST.get("verb")
        if verb not in VERBS:
            return self.get(request, **kwargs)
        if self.date.state == State.CANCELLED and verb not in ("cancel", "undo"):
            return self.leave(_("This date has been cancelled meanwhile. Let it take place again first."))
        form = self.form(verb)
        if form and not form.is_valid():
            return self.render_to_response(self.get_context_data(asked={verb: form}))
        getattr(self, f"_{verb}")(form)
        self.say(verb)
        return redirect(self.back)

    def form(self, verb, data=True):
        sent = self.request.POST if data else None
        if verb == "cancel":
            return WhyForm(sent, auto_id="why_%s")
        if verb == "postpone":
            return PostponeForm(sent, date=self.date, now=timezone.now())
        return RoomForm(sent, date=self.date) if verb == "room" else None

    def _cancel(self, form):
        changing.cancel(self.event, self.original, self.request.user, *_why(form))

    def _postpone(self, form):
        """To another day: both are shown. At another time of the same day there is nothing to put off."""
        starts, ends = form.moments
        same_day = local(starts).date() == local(self.original).date()
        verb = changing.move if same_day else changing.postpone
        verb(self.event, self.original, self.request.user, starts, ends, *_why(form))
        room = self.date.room
        self._warn(clashes(room, [(starts, ends)], self.event.translation_key, timezone.localdate()))

    def _room(self, form):
        room = form.cleaned_data["room"]
        changing.change_room(self.event, self.original, self.request.user, room)
        span = (self.date.starts, self.date.until)
        self._warn(clashes(room, [span], self.event.translation_key, timezone.localdate()))

    def _fill(self, _form):
        changing.fill(self.event, self.original, self.request.user)

    def _free(self, _form):
        changing.free(self.event, self.original, self.request.user)

    def _undo(self, _form):
        changing.undo(self.event, self.original, self.request.user)

    def _warn(self, said):
        for sentence in said:
            messages.warning(self.request, sentence)

    def say(self, verb):
        """What has become of the date, with a button that takes it back."""
        words = {
            "row": next(row for row in self.rows_by_name() if row.date.state != "postponed"),
            "verb": verb,
            "event": self.event,
            "back": self.back,
            "undoes": {"fill": "free", "free": "fill", "undo": ""}.get(verb, "undo"),
            "offers": self.offers(),
        }
        messages.success(self.request, render_to_string("wagtailadmin/events/done.html", words, self.request))

    def offers(self):
        """What else one may want to do about a date that was changed; other parts of the house know."""
        offers = (offer(self.request, self.event, self.date) for offer in hooks.get_hooks(AFTER_CHANGE))
        return mark_safe("".join(offers))  # noqa: S308 (HTML of our own templates)

    def get_context_data(self, asked=None, **kwargs):
        forms = {verb: self.form(verb, data=False) for verb in ("cancel", "postpone", "room")}
        return {
            **super().get_context_data(**kwargs),
            "forms": {**forms, **(asked or {})},
            "wanted": next(iter(asked or {}), self.request.GET.get("do", "")),
            "offers": self.offers(),
        }


def _why(form):
    return form.cleaned_data["reason"], form.cleaned_data["note"]
