"""How a check is entered: beside the text, on pages in Leichte Sprache only."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.easy.checking import is_for_checking, last_check_of

BOTH = _("Please tell both: who checked the text, and on which day.")
NOT_YET = _("This day is still to come.")


class CheckedForm(forms.Form):
    """Two fields that are no part of the page: who of the target group read its text, and when."""

    checked_by = forms.CharField(
        label=_("checked by"),
        max_length=160,
        required=False,
        help_text=_("People of the target group, like “Prüfgruppe der Lebenshilfe”."),
    )
    checked_on = forms.DateField(label=_("checked on"), required=False, widget=AdminDateInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_for_checking(self.instance):
            del self.fields["checked_by"], self.fields["checked_on"]
        elif check := last_check_of(self.instance):
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
        if {"checked_by", "checked_on"} & set(self.changed_data):
            self.instance.noted = self.cleaned_data["checked_by"], self.cleaned_data["checked_on"]
        return super().save(commit=commit)
