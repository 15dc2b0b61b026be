"""How a check is entered: beside the text, on pages in Leichte Sprache only."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.easy.checking import check_of, is_for_checking, last_check_of
from pages.easy.models import Check

BOTH = _("Please tell both: who checked the text, and on which day.")
NOT_YET = _("This day is still to come.")


class RememberedField(forms.CharField):
    """A number in the form that nobody sees or changes."""

    widget = forms.HiddenInput

    def __init__(self):
        super().__init__(required=False, max_length=20)

    def has_changed(self, initial, data):
        return False


class CheckedForm(forms.Form):
    """Two fields that are no part of the page: who of the target group read its text, and when.

    They open empty where no check holds for the text. While somebody writes, the same form is sent again and
    again: so it remembers what it opened with, and notes a check once, for the text as it was then.
    """

    checked_by = forms.CharField(
        label=_("checked by"),
        max_length=160,
        required=False,
        help_text=_("People of the target group, like “Prüfgruppe der Lebenshilfe”."),
    )
    checked_on = forms.DateField(label=_("checked on"), required=False, widget=AdminDateInput)
    checked_before, checked_last = RememberedField(), RememberedField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_for_checking(self.instance):
            for name in CheckedForm.base_fields:
                del self.fields[name]
            return
        check, last = check_of(self.instance), last_check_of(self.instance)
        self.initial |= {"checked_before": check and check.pk, "checked_last": last and last.pk}
        if check:
            self.initial |= {"checked_by": check.by, "checked_on": check.on}

    def clean(self):
        cleaned = super().clean()
        by, on = cleaned.get("checked_by"), cleaned.get("checked_on")
        if bool(by) != bool(on) and "checked_on" not in self.errors:
            self.add_error("checked_on" if by else "checked_by", ValidationError(BOTH))
        elif on and on > timezone.localdate():
            self.add_error("checked_on", ValidationError(NOT_YET))
        return cleaned

    def save(self, commit=True):
        if "checked_by" in self.fields:
            typed = self.cleaned_data["checked_by"], self.cleaned_data["checked_on"]
            if typed != self._known():
                self.instance.noted = typed
        return super().save(commit=commit)

    def _known(self):
        """What this form noted before or, if it noted nothing yet, what stood in it when it opened."""
        last, opened = last_check_of(self.instance), self.cleaned_data["checked_before"]
        if str(last.pk if last else "") != self.cleaned_data["checked_last"]:
            return (last.by, last.on) if last else ("", None)
        checks = {str(check.pk): check for check in Check.objects.filter(page=self.instance.pk)}
        return (checks[opened].by, checks[opened].on) if opened in checks else ("", None)
