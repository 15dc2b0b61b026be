"""Pictures on their way to a reader: the right size and format for each place."""

import logging

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from blocks.blanks import without_blanks
from blocks.reading import TOLD_IN
from pages.pictures import sources
from pages.pictures.uses import USES
from pages.wording import direction

logger = logging.getLogger(__name__)
register = template.Library()


@register.simple_tag(takes_context=True)
def responsive(context, picture, use, alt=None, eager=False, **attributes):
    """A `<picture>` for one of the uses in pages/pictures/uses.py, or nothing where nothing may be shown.

    `alt=""` makes it decorative; without `alt` the picture says itself what can be seen. `class` goes to the
    `<picture>`. `eager=True` is for what stands at the top of a page.
    """
    found = _sources(picture, use)
    if not found:
        return ""
    offered, image = found
    return format_html(
        "<picture{}>{}<img{}></picture>",
        flatatt(attributes),
        format_html_join("", "<source{}>", ((flatatt(each),) for each in offered)),
        flatatt(
            {
                **image,
                **_described(picture, alt, context.get(TOLD_IN) or get_language()),
                **_haste(eager, use),
                "decoding": "async",
            }
        ),
    )


@register.simple_tag
def picture_address(picture, use):
    """Where a picture lies, for places that take one address alone; empty where nothing may be shown."""
    found = _sources(picture, use)
    return found[1]["src"] if found else ""


@register.simple_tag
def prefetch_pictures(pages):
    """Before a list of pages is shown: fetch all their pictures at once."""
    sources.prefetch_pictures(pages)
    return ""


def _sources(picture, use):
    """What a browser needs for this use; None where the picture may not be shown or its file is lost."""
    if not picture or not picture.may_be_shown:
        return None
    try:
        return sources.sources(picture, use)
    except OSError as error:
        logger.error("The file of picture %s cannot be read: %s", picture.pk, error)
        return None


def _haste(eager, use):
    if not eager:
        return {"loading": "lazy"}
    return {"fetchpriority": "high"} if USES[use].is_main else {}


def _described(picture, alt, around):
    """The alternative text, with its language where that is not the one of the words around it."""
    if alt is not None or picture.decorative:
        return {"alt": alt or ""}
    if said := without_blanks(picture.contextual_alt_text or ""):
        return {"alt": said}
    text, language = picture.alt.in_language(get_language())
    if text and language.split("-")[0] != around.split("-")[0]:
        return {"alt": text, "lang": language, "dir": direction(language)}
    return {"alt": text}
