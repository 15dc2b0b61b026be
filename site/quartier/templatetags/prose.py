"""Rich text on its way to a reader."""

import nh3
from django import template
from django.utils.safestring import mark_safe
from wagtail.templatetags.wagtailcore_tags import richtext

from blocks.blanks import BLANK, without_blanks

register = template.Library()

TAGS = {"a", "b", "br", "em", "i", "li", "ol", "p", "span", "strong", "ul"}
ATTRIBUTES = {"a": {"href"}, "span": {"lang", "dir"}}
SCHEMES = {"http", "https", "mailto", "tel"}


@register.simple_tag(takes_context=True)
def prose(context, value):
    """Wagtail's rich text with its links resolved, cleaned on output, and without unfilled blanks.

    Cleaned here and not only in the editor, because imports and translations bring texts that no editor saw.
    In a preview an unfilled blank is shown and marked.
    """
    html = nh3.clean(str(richtext(value)), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    request = context.get("request")
    if getattr(request, "is_preview", False):
        return mark_safe(BLANK.sub(r"<mark>\1</mark>", html))  # noqa: S308 (cleaned by nh3 above)
    return mark_safe(without_blanks(html))  # noqa: S308 (cleaned by nh3 above)
