"""How an event is entered: what is missing is asked for at publishing, at the field, in plain words."""

from django.forms.formsets import ORDERING_FIELD_NAME
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.events.foretelling import fault, reach
from pages.events.occurrences import free_days
from pages.events.planning import Schedule
from pages.offers.forms import OfferForm

NO_DATE = _("When does it take place? Please add a date or a series here.")
TWICE = _("The same stands above already.")


class EventForm(OfferForm):
    """Lets a draft wait with gaps; before readers see it, asks what they would ask."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if lines := self.formsets.get("lines"):
            lines.error_messages["too_few_forms"] = NO_DATE
            for line in lines.forms:
                line.fields["first_day"].error_messages["required"] = NO_DATE
            for line in lines.extra_forms:  # its place alone makes no row of an empty one
                line.fields[ORDERING_FIELD_NAME].has_changed = lambda initial, data: False

    def defer_required_fields(self):
        """A draft may wait for its first date: the row that is offered for it can stay empty."""
        super().defer_required_fields()
        if lines := self.formsets.get("lines"):
            for line in lines.extra_forms:
                line.empty_permitted = True

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self._check_lines()
        return cleaned

    def _check_lines(self):
        """Says at a line what would make it useless, where all else about the schedule is right."""
        lines = self.formsets.get("lines")
        if lines is None or not lines.is_valid():
            return
        forms = [form for form in lines.ordered_forms if form.instance.first_day]
        if forms:
            schedule, free = self._schedule([form.instance.rule for form in forms])
            for number, form in enumerate(forms):
                self._check_line(form, forms[:number], schedule, free)

    def _check_line(self, form, above, schedule, free):
        line = form.instance
        if any(_same(line, each.instance) for each in above):
            form.add_error("first_day", TWICE)
        elif found := fault(line.rule, schedule, free, timezone.localdate()):
            form.add_error(*found)

    def _schedule(self, rules):
        left_out = self.formsets.get("left_out")
        days = left_out.cleaned_data if left_out is not None and left_out.is_valid() else []
        schedule = Schedule(
            rules=tuple(rules),
            left_out=frozenset(each["day"] for each in days if each and not each.get("DELETE")),
            skips_public_holidays=bool(self.cleaned_data.get("skips_public_holidays")),
            skips_school_holidays=bool(self.cleaned_data.get("skips_school_holidays")),
            on_closed_days=self.cleaned_data.get("on_closed_days") or "",
        )
        site = (self.parent_page or self.instance).get_site()
        return schedule, free_days(*reach(rules, timezone.localdate()), site)


def _same(line, other):
    return line.rule == other.rule and line.room_id == other.room_id
