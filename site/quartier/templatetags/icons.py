"""Signs beside words, drawn from one sprite."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def icon(name):
    """A sign for the eye only: the word stands beside it. The arrow turns with the direction of writing."""
    kind = " icon--arrow" if name == "arrow" else ""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        kind,
        static("img/icons.svg"),
        name,
    )
