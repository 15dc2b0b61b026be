"""What readers are told of the text they read: in which language it is, how old, and who wrote it."""

from copy import copy

from django import template
from django.conf import settings

from blocks.reading import mark
from pages.base import BasePage
from quartier.languages.states import State, standing_of_served
from quartier.templatetags.navigation import tail

register = template.Library()


@register.inclusion_tag("components/text_notice.html", takes_context=True)
def text_notice(context):
    """Nothing where the page is written in the reader's language and says what the original says."""
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, BasePage) or getattr(request, "is_preview", False):
        return {}
    if page.foreign:
        return {"state": State.NONE, **_original(page, page.foreign, context)}
    if page.original.pk == page.pk:
        return {}
    if page.alias_of_id:  # a copy without a text of its own
        return {"state": State.NONE, **_original(page.original, page.original.locale.language_code, context)}
    standing = standing_of_served(page)
    if standing.state == State.CURRENT:
        return {}
    original = _original(page.original, page.original.locale.language_code, context)
    return {"state": standing.state, "since": standing.since, "is_machine": standing.is_machine, **original}


def _original(page, language, context):
    """Where the original stands in its own frame, whatever frame this page is read in."""
    url = mark(copy(page), language).get_url(context.get("request"))
    return {
        "original": page,
        "url": url and f"{url}{tail(context)}",
        "language": language,
        "name": dict(settings.LANGUAGES)[language],
        "is_german": language == settings.LANGUAGE_CODE,
    }
