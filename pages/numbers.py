"""Numbers with a comma or a point."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class NumberField(models.DecimalField):
    """A decimal number that one types as one is used to: 12,50 as well as 12.50."""

    def formfield(self, **kwargs):
        typed = {"localize": True, "widget": forms.TextInput({"inputmode": "decimal"})}
        return super().formfield(**{**typed, **kwargs})


def degrees(label, most, example):
    """A part of a position on the map, in decimal degrees (WGS 84)."""
    return NumberField(
        label,
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-most), MaxValueValidator(most)],
        help_text=example,
    )
