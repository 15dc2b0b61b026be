"""What somebody looks for in the overview: read from the address, whatever stands there."""

from django import forms
from django.utils.translation import gettext_lazy as _

from quartier.languages.desk.ways import called
from quartier.languages.states import State

ANY = [("", _("all"))]


class FilterForm(forms.Form):
    """Language, state, kind of page, part of the tree; nonsense counts as nothing asked."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[*ANY, *State.choices])
    kind = forms.ChoiceField(label=_("Kind of page"), required=False)
    part = forms.ChoiceField(label=_("Part of the site"), required=False)

    def __init__(self, data, codes, kinds, parts):
        super().__init__(data)
        self.fields["language"].choices = [*ANY, *((code, called(code)) for code in codes)]
        self.fields["kind"].choices = [*ANY, *kinds]
        self.fields["part"].choices = [*ANY, *parts]

    def read(self):
        """What is asked for, by name; what is no choice is left out."""
        self.full_clean()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class MachineForm(forms.Form):
    """All that is missing in one language, by machine."""

    language = forms.ChoiceField(label=_("Language"))
    publishes = forms.BooleanField(
        label=_("Publish at once, marked as translated by machine"),
        required=False,
        help_text=_("Without the tick they wait as drafts until somebody publishes them."),
    )

    def __init__(self, data, codes):
        super().__init__(data)
        self.fields["language"].choices = [(code, called(code)) for code in codes]
