"""Whom one can ask about what a page tells of."""

from django.db import models


def contact_field(label, help_text=""):
    """Somebody to turn to; the page stays when the person leaves."""
    return models.ForeignKey(
        "people.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
        help_text=help_text,
    )
