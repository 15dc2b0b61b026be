"""Signs beside words, drawn from one sprite."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()

TURNING = {"arrow", "external", "quote", "speaker"}
"""Signs that point along the line: they turn with the direction of writing."""


@register.simple_tag
def icon(name):
    """A sign for the eye only: the word stands beside it."""
    kind = " icon--turns" if name in TURNING else ""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        kind,
        static("img/icons.svg"),
        name,
    )
