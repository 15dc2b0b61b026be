"""How a partner is edited, and what somebody looks for among them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from blocks.blanks import blanks
from pages.editing import PageForm

LONGEST_QUESTION = 200


class PartnerForm(PageForm):
    """Asks at publishing for what readers would miss, and for dates that can be."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            for name, text in faults(cleaned):
                self.add_error(name if name in self.fields else None, ValidationError(text))
        return cleaned


def faults(said):
    """What is wrong with the facts of a partner, each with the name of its field."""
    first, last, wording = said.get("first_day"), said.get("last_day"), said.get("duty_text") or {}
    if first and last and last < first:
        yield "last_day", _("This is before it begins.")
    if said.get("kind") == "funder" and not (said.get("logo") or wording):
        yield (
            "duty_text",
            _("Of a funder please give the logo or the wording: otherwise nothing would appear."),
        )
    if any(blanks(text) for text in wording.values()):
        yield "duty_text", _("Something in double brackets is still to be filled in here.")
    if (said.get("link") or "").partition(":")[0].lower() not in ("", "http", "https"):
        yield "link", _("Web addresses begin with https://.")


class QuestionForm(forms.Form):
    """What the address asks for: words, a kind of partner, a topic."""

    q = forms.CharField(required=False)
    art = forms.CharField(required=False)
    thema = forms.CharField(required=False)

    def read(self):
        self.full_clean()
        said = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return {**said, "q": said["q"][:LONGEST_QUESTION]}
