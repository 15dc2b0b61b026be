"""Numbers with a comma or a point."""

from django import forms
from django.db import models


class NumberField(models.DecimalField):
    """A decimal number that one types as one is used to: 12,50 as well as 12.50."""

    def formfield(self, **kwargs):
        typed = {"localize": True, "widget": forms.TextInput({"inputmode": "decimal"})}
        return super().formfield(**{**typed, **kwargs})
