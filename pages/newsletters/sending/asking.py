"""When an issue is to be sent: the one question of the form."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.events.wall import exists, on_the_clock
from pages.events.widgets import DayInput, TimeInput

NOW, LATER = "now", "later"
LONGEST = timedelta(days=365)


class WhenForm(forms.Form):
    """At once, or at a day and time on the clock of the house."""

    when = forms.ChoiceField(
        label=_("When?"),
        choices=[(NOW, _("At once")), (LATER, _("At a set time"))],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    day = forms.DateField(label=_("Day"), required=False, widget=DayInput)
    time = forms.TimeField(label=_("Time"), required=False, widget=TimeInput)

    def __init__(self, *args, now=None, **kwargs):
        self.now = now or timezone.now()
        super().__init__(*args, **kwargs)

    def clean(self):
        given = super().clean()
        if given.get("when") != LATER or self.errors:
            return given
        for name in ("day", "time"):
            if not given.get(name):
                self.add_error(name, _("Please fill in, or choose “At once”."))
        if not self.errors:
            self._look_at(datetime.combine(given["day"], given["time"]))
        return given

    def _look_at(self, wall):
        today = timezone.localtime(self.now).date()
        if wall.year not in (today.year, today.year + 1):
            past = wall.year < today.year
            self.add_error(
                "day", _("That is over already.") if past else _("That is more than a year ahead.")
            )
        elif not exists(wall):
            self.add_error("time", _("The clocks go forward then: this time does not exist on that day."))
        elif on_the_clock(wall) <= self.now:
            self.add_error("time" if wall.date() == today else "day", _("That is over already."))
        elif on_the_clock(wall) > self.now + LONGEST:
            self.add_error("day", _("That is more than a year ahead."))

    @property
    def moment(self):
        """When it is to be sent; None for at once. Only for a form without mistakes."""
        given = self.cleaned_data
        if given["when"] == NOW:
            return None
        return on_the_clock(datetime.combine(given["day"], given["time"]))
