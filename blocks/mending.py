"""The editor of running text opens every text, also one that was written past it and is no proper HTML.

Imports, translations and migrations store what they bring; Wagtail's editor takes an element that is never
closed for a fault of its own, and the page could not be changed any more.
"""

import logging

from bs4 import BeautifulSoup
from django.utils.html import format_html_join
from wagtail.admin.rich_text import DraftailRichTextArea

BLOCKS = ["p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "div", "table"]
INLINE = ["a", "b", "strong", "i", "em", "u", "span", "sup", "sub", "code", "s"]
STUMBLES = (AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""Of the converter. A database that is gone is no fault of the text: nobody may lose its links by that."""

log = logging.getLogger(__name__)


class MendingTextArea(DraftailRichTextArea):
    """Wagtail's own. What it cannot read it is given once more: in order, and else as plain paragraphs."""

    def format_value(self, value):
        for mend in (lambda html: html, in_order, as_paragraphs):
            try:
                return super().format_value(mend(str(value or "")))
            except STUMBLES as fault:
                log.info("A text was mended for the editor: %s", type(fault).__name__)
        raise AssertionError("plain paragraphs can always be read")


def in_order(html):
    """Each element closed where it should be, none in one that cannot hold it; nothing else is changed."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(INLINE):
        if element.find(BLOCKS):
            element.unwrap()
    for item in soup.find_all("li"):
        if item.find_parent(["ul", "ol"]) is None:
            item.name = "p"
    return str(soup)


def as_paragraphs(html):
    """The words alone."""
    words = BeautifulSoup(html, "html.parser").get_text("\n").splitlines()
    return format_html_join("", "<p>{}</p>", [(line.strip(),) for line in words if line.strip()])
