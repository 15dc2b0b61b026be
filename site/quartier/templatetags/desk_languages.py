"""The box above the form, in the editor of wagtail-localize too."""

from django import template
from django.utils.safestring import mark_safe
from wagtail.models import Page

from quartier.languages.desk.above import above

register = template.Library()

EDITOR = '<div class="js-translation-editor"'


@register.simple_tag(takes_context=True)
def say_above(context, html, page):
    """The page of the editor, with the box before what its script draws."""
    said = above(context["request"], page) if isinstance(page, Page) else ""
    box = f'<div class="desk-above">{said}</div>' if said else ""
    return mark_safe(html.replace(EDITOR, f"{box}{EDITOR}", 1))  # noqa: S308 (both are templates)
