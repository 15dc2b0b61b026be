"""Numbers as one types them: with a comma or a point, and those that one dials."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from blocks.links import digits

SHORTEST_PHONE = 3
"""Digits: 110."""


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


def check_phone(number):
    """Refuse what nobody can dial; no number at all is fine. Raises ValidationError for the field `phone`."""
    if number and len(digits(number)) < SHORTEST_PHONE:
        invalid = _("This is no phone number. Digits, spaces and signs like + ( ) / - are fine.")
        raise ValidationError({"phone": invalid})
