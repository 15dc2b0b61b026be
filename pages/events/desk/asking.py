"""What is asked when one date is changed: as little as possible, answered where it was asked."""

from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.centre.models import Weekday
from pages.events import spoken
from pages.events.choices import Reason, State
from pages.events.foretelling import no_such_time
from pages.events.models import Occurrence
from pages.events.models.schedule import APPLIES, EARLIEST, ENDS_BEFORE_IT_BEGINS, LATEST
from pages.events.recurrence import A_DAY, MIDNIGHT
from pages.events.wall import exists, is_backwards, on_the_clock
from pages.events.widgets import DayInput, TimeInput
from pages.places.models import Room
from pages.wording import WordingFormField, plain

LONGEST_NOTE = 160


class WhyForm(forms.Form):
    """Why a date does not take place; the list is enough."""

    reason = forms.ChoiceField(label=_("why?"), choices=Reason.choices, required=False)
    note = WordingFormField(
        label=_("more about it"),
        help_text=_("Readers see this, too."),
        required=False,
        max_length=LONGEST_NOTE,
    )


class RoomForm(forms.Form):
    """Another room for one date."""

    room = forms.ModelChoiceField(Room.objects.none(), label=_("room"), empty_label=_("please choose"))

    def __init__(self, *args, date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.exclude(pk=date.room_id)


class TimeForm(forms.Form):
    """When instead. For a date that took the whole day no time need be given."""

    day = forms.DateField(label=_("on"), widget=DayInput)
    starts = forms.TimeField(label=_("from"), widget=TimeInput)
    ends = forms.TimeField(
        label=_("until"), widget=TimeInput, required=False, help_text=_("Empty: open end.")
    )

    def __init__(self, *args, date, now, **kwargs):
        self.date, self.now = date, now
        starts, ends = spoken.local(date.starts), date.ends and spoken.local(date.ends)
        self.more_days = spoken.last_day(date) - starts.date()
        timed = not date.is_whole_day
        initial = {
            "day": starts.date(),
            "starts": timed and starts.time(),
            "ends": timed and ends and ends.time(),
        }
        super().__init__(*args, initial={name: each or None for name, each in initial.items()}, **kwargs)
        self.fields["starts"].required = timed

    def clean_day(self):
        day = self.cleaned_data["day"]
        if not EARLIEST <= day.year <= LATEST:
            raise ValidationError(_("Please check the year."))
        return day

    def clean(self):
        cleaned = super().clean()
        day, starts, ends = (cleaned.get(name) for name in ("day", "starts", "ends"))
        if self.errors:
            return cleaned
        if ends is not None and starts is None:
            self.add_error("starts", _("Please say when it begins, too."))
        elif ends is not None and not self.more_days and is_backwards(starts, ends):
            self.add_error("ends", ENDS_BEFORE_IT_BEGINS)
        else:
            self._check_moments(*self._walls(day, starts, ends))
        return cleaned

    def _walls(self, day, starts, ends):
        last = day + self.more_days
        if starts is None:
            return datetime.combine(day, MIDNIGHT), datetime.combine(last + A_DAY, MIDNIGHT)
        begin = datetime.combine(day, starts)
        if ends is None:
            return begin, None
        end = datetime.combine(last, ends)
        return begin, end if end > begin else end + A_DAY

    def _check_moments(self, begin, end):
        for name, wall in (("starts", begin), ("ends", end)):
            if wall and not exists(wall):
                self.add_error(name, no_such_time(wall))
                return
        self.moments = on_the_clock(begin), end and on_the_clock(end)
        if self.moments == (self.date.starts, self.date.ends):
            self.add_error("day", _("That is when it takes place already."))
        elif self.moments[0] <= self.now:
            self.add_error(
                "day" if begin.date() < spoken.local(self.now).date() else "starts",
                _("That is over already."),
            )
        elif other := self._other_date():
            said = plain(spoken.when(other, spoken.local(self.now).date()))
            self.add_error(
                "day", _("There is a date of this event at that time already: %(when)s.") % {"when": said}
            )

    def _other_date(self):
        """Another date of the same event at the same time."""
        begin, end = self.moments
        near = Occurrence.objects.filter(page=self.date.page_id).exclude(state=State.POSTPONED)
        near = near.exclude(original=self.date.original)
        return near.between(begin, end or begin + timedelta(minutes=1)).first()


class PostponeForm(TimeForm, WhyForm):
    """To another day, with a reason."""

    field_order = ("day", "starts", "ends", "reason", "note")


class AddForm(forms.Form):
    """One more date of an event, beside its series."""

    day = forms.DateField(label=_("on"), widget=DayInput)
    starts = forms.TimeField(
        label=_("from"), widget=TimeInput, required=False, help_text=_("Empty: the whole day.")
    )
    ends = forms.TimeField(
        label=_("until"), widget=TimeInput, required=False, help_text=_("Empty: open end.")
    )
    room = forms.ModelChoiceField(
        Room.objects.all(),
        label=_("room"),
        required=False,
        empty_label=_("as always"),
    )

    @property
    def values(self):
        """The fields of a line of the schedule."""
        answers = self.cleaned_data
        return {"first_day": answers["day"], **{name: answers[name] for name in ("starts", "ends", "room")}}


class FromHereForm(forms.Form):
    """What is different from one date of a series on; what is not changed stays as it is."""

    first_day = forms.DateField(label=_("from … on"), widget=DayInput)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("on which weekdays?"),
        choices=Weekday.choices,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts = forms.TimeField(
        label=_("from"), widget=TimeInput, required=False, help_text=_("Empty: the whole day.")
    )
    ends = forms.TimeField(
        label=_("until"), widget=TimeInput, required=False, help_text=_("Empty: open end.")
    )
    room = forms.ModelChoiceField(
        Room.objects.all(), label=_("room"), required=False, empty_label=_("as always")
    )

    def __init__(self, *args, line, day, **kwargs):
        weekdays = line.weekdays or [day.isoweekday()]
        initial = {"first_day": day, "weekdays": weekdays, "room": line.room_id}
        super().__init__(*args, initial={**initial, "starts": line.starts, "ends": line.ends}, **kwargs)
        if "weekdays" not in APPLIES[line.frequency]:
            del self.fields["weekdays"]

    @property
    def values(self):
        """The fields of a line of the schedule; no weekday ticked: as before."""
        given = dict(self.cleaned_data)
        if not given.get("weekdays"):
            given.pop("weekdays", None)
        return given
