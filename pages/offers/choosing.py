"""Values that an address asks for, out of those that there are."""

from django import forms


class SomeOf(forms.MultipleChoiceField):
    """Some of the choices; whatever else an address says is left out."""

    def clean(self, value):
        known = dict(self.choices)
        return tuple(dict.fromkeys(each for each in value or () if each in known))
