"""The short form for what everybody has to know now: three questions, and a few more for those with time."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages import once
from pages.announcements.choices import Kind, Sentence, Shown
from pages.announcements.forms import LONGEST, TOO_LONG
from pages.announcements.sentences import OF_A_DATE, SAY_TODAY
from pages.events.foretelling import no_such_time
from pages.events.models.schedule import EARLIEST, LATEST
from pages.events.wall import exists, on_the_clock
from pages.events.widgets import DayInput, TimeInput
from pages.places.models import Room
from quartier.announcing.times import Until, end_of_day, moment_of

LONGEST_LINE, LONGEST_TEXT = 120, 1000
KINDS = {
    Sentence.CLOSED_TODAY: Kind.CLOSURE,
    Sentence.CLOSES_EARLY: Kind.CLOSURE,
    Sentence.PHONE: Kind.INFORMATION,
}
"""How much each sentence matters, if it is no warning."""

OWN = "own"
SENTENCES = [(each.value, each.label) for each in Sentence if each not in (Sentence.OWN, *OF_A_DATE)]
OVER = _("That is over already.")


class UntilForm(forms.Form):
    """Until when: one of a few answers, or a day and a time."""

    until = forms.ChoiceField(
        label=_("Until when?"), choices=Until.choices, initial=Until.TONIGHT, widget=forms.RadioSelect
    )
    day = forms.DateField(label=_("day"), required=False, widget=DayInput)
    time = forms.TimeField(
        label=_("time"), required=False, widget=TimeInput, help_text=_("Empty: to the end of that day.")
    )

    def __init__(self, *args, now, **kwargs):
        self.now = now
        super().__init__(*args, **kwargs)

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day and not EARLIEST <= day.year <= LATEST:
            raise ValidationError(_("Please check the year."))
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("until") and not {"day", "time"} & self.errors.keys():
            cleaned["ends"] = self._end(cleaned)
        return cleaned

    def _end(self, cleaned):
        if cleaned["until"] != Until.MOMENT:
            return moment_of(cleaned["until"], self.now)
        if not cleaned.get("day"):
            self.add_error("day", _("Please say on which day."))
            return None
        return self._moment(cleaned["day"], cleaned.get("time"))

    def _moment(self, day, time):
        if time is None:
            name, ends = "day", end_of_day(day)
        else:
            name, wall = "time", datetime.combine(day, time)
            if not exists(wall):
                self.add_error(name, no_such_time(wall))
            ends = on_the_clock(wall)
        if ends <= self.now:
            self.add_error(name, OVER)
        elif ends - self.now > LONGEST:
            self.add_error("day", TOO_LONG)
        return ends


class UrgentForm(UntilForm):
    """What it is, until when, and whatever else there is time to say."""

    sentence = forms.ChoiceField(
        label=_("What should everybody know?"),
        choices=[*SENTENCES, (OWN, _("something else, in your own words"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose a sentence, or your own words.")},
    )
    words = forms.CharField(
        label=_("your own words"),
        required=False,
        max_length=LONGEST_LINE,
        help_text=_("One short sentence. Like “Burst pipe: the café is closed”."),
    )
    more = forms.CharField(
        label=_("more about it"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("It stands on the page that the notice leads to."),
    )
    room = forms.ModelChoiceField(
        Room.objects.none(), label=_("only this room"), required=False, empty_label=_("the whole house")
    )
    shown = forms.ChoiceField(
        label=_("Where?"), choices=Shown.choices, initial=Shown.EVERYWHERE, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label=_("How much does it matter?"),
        choices=[("", pgettext_lazy("a kind of notice", "as the sentence says")), *Kind.choices],
        required=False,
        help_text=_("Nobody can put an emergency away."),
    )
    machine = forms.BooleanField(
        label=_("Let a machine translate my own words"),
        required=False,
        initial=True,
        help_text=_("It takes a few minutes. Readers see that it was a machine."),
    )

    field_order = ("sentence", "words", "until", "day", "time")

    def __init__(self, *args, has_machine, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.select_related("place")
        self.fields[once.FIELD] = once.key_field()
        if not has_machine:
            del self.fields["machine"]

    @cached_property
    def key(self):
        """The key of the notice that this form makes; None for a form that is none of ours."""
        return once.key_of(self.data)

    def clean(self):
        cleaned = super().clean()
        sentence, ends = cleaned.get("sentence"), cleaned.get("ends")
        if "words" not in self.errors:
            self._check_words(sentence, cleaned.get("words"))
        if sentence in SAY_TODAY and ends and ends > moment_of(Until.TONIGHT, self.now):
            self.add_error("until", _("This sentence says “today”. Please use your own words for longer."))
        if self.is_bound and self.key is None and not self.errors:
            raise ValidationError(_("This form was too old or incomplete. Please try again."))
        return cleaned

    def _check_words(self, sentence, words):
        if sentence == OWN and not words:
            self.add_error("words", _("Please write one short sentence."))
        elif sentence in dict(SENTENCES) and words:
            self.add_error(
                "words", _("You chose another sentence above. Please choose your own words there.")
            )

    @property
    def facts(self):
        """What `publishing.publish` takes."""
        said = self.cleaned_data
        sentence = Sentence.OWN if said["sentence"] == OWN else Sentence(said["sentence"])
        kind = said["kind"] or KINDS.get(sentence, Kind.WARNING)
        same = {name: said[name] for name in ("ends", "shown", "room", "more")}
        return {"title": said["words"], "sentence": sentence, "kind": kind, **same}

    @property
    def is_unfolded(self):
        """Whether one of the rarer questions was answered, or answered wrongly."""
        rare = ("more", "room", "shown", "kind")
        return self.is_bound and bool(set(rare) & set(self.changed_data) or set(rare) & self.errors.keys())
