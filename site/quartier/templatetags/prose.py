"""Typed text on its way to a reader."""

import re

import nh3
from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from blocks import blanks
from blocks.blanks import with_marked_blanks, without_blanks
from blocks.links import stays_here
from blocks.page_links import LINK, addresses, linked_pages

register = template.Library()

TAGS = {"a", "b", "br", "em", "i", "li", "ol", "p", "span", "strong", "ul"}
ATTRIBUTES = {"a": {"href"}, "span": {"lang", "dir"}}
SCHEMES = {"http", "https", "mailto", "tel"}
AUTO = {tag: {"dir": "auto"} for tag in ("p", "ul", "ol")}
EMPTY = re.compile(r"<(p|li|ul|ol|b|i|strong|em|a|span)\b[^>]*>(?:\s|&nbsp;|<br>)*</\1>")
LEADING_NOWHERE = re.compile(r"<a>(.*?)</a>", re.S)
FILE = re.compile(r'(<a href="[^"]+\.(pdf|docx|odt|xlsx|ods|pptx|odp|zip)">)(.*?)</a>', re.S)


@register.simple_tag(takes_context=True)
def prose(context, value):
    """Wagtail's rich text with its links resolved, cleaned on output, and without unfilled blanks.

    Cleaned here and not only in the editor, because imports and translations bring texts that no editor saw.
    In a preview an unfilled blank is shown and marked. Cleaned once more at the end: where something was cut
    out of a text, what is left must not become a tag.
    """
    is_preview = getattr(context.get("request"), "is_preview", False)
    html = expand_db_html(_with_pages(str(getattr(value, "source", value) or ""), context.get("addresses")))
    html = LEADING_NOWHERE.sub(r"\1", _cleaned(html, TAGS))
    html = with_marked_blanks(html) if is_preview else without_blanks(html)
    html = FILE.sub(_with_kind, _without_empty_elements(html))
    return mark_safe(_cleaned(html, {*TAGS, "mark"}))  # noqa: S308 (cleaned by nh3)


@register.filter
def filled(text):
    """A plain text as it is, or nothing while a blank in it waits to be filled."""
    return blanks.filled(str(text or "")) and text


def _cleaned(html, tags):
    return nh3.clean(
        html,
        tags=tags,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        url_relative=lambda address: address if stays_here(address) else None,
        set_tag_attribute_values=AUTO,
        link_rel=None,
    )


def _with_pages(html, known):
    """Links to pages with their addresses; one to a page that is not published keeps its words only."""
    if "linktype" not in html:
        return html
    known = {**(known or {}), **addresses(linked_pages(html) - set(known or ()))}
    return LINK.sub(lambda link: _opening(known.get(int(link[1]))), html)


def _opening(address):
    return f'<a href="{escape(address)}">' if address else "<a>"


def _without_empty_elements(html):
    while (fuller := EMPTY.sub("", html)) != html:
        html = fuller
    return html.strip()


def _with_kind(link):
    """Say that a link leads to a file, unless its text does so already."""
    start, kind, text = link.groups()
    kind = kind.upper()
    return f"{start}{text}</a>" if kind in text.upper() else f"{start}{text} ({kind})</a>"
