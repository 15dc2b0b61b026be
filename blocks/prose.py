"""Running text: what an editor may format, and what every other brick uses inside."""

import re
from html import unescape

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.blanks import has_lone_brackets
from blocks.goal import GoalBlock
from blocks.links import stays_here
from blocks.page_links import linked_pages

LINKED = GoalBlock()
FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]
LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.S)
ADDRESS = re.compile(r"""<a\b[^>]*\shref=["']([^"']*)""")
COMPLETE = re.compile(r"(https?://|mailto:|tel:)", re.I)
SAYS_NOTHING = {
    "hier",
    "hier klicken",
    "klicken sie hier",
    "link",
    "mehr",
    "mehr dazu",
    "mehr erfahren",
    "weiter",
    "weiterlesen",
    "here",
    "click here",
    "more",
    "read more",
}
NAME_THE_GOAL = _("“%(text)s” does not say where the link leads. Please name the goal, like “opening hours”.")

NOT_COMPLETE = _("“%(address)s” is no complete address. Web addresses begin with https://.")
LONE_BRACKETS = _(
    "Double brackets stand around what is still to be filled in: [[like this]]. "
    "Here one of the two is missing, or there is nothing between them. Please complete or delete them."
)


class ProseBlock(blocks.RichTextBlock):
    """Bold, italic, lists, and links to pages, documents, mail, phone and addresses; no fonts, no colours."""

    def __init__(self, features=None, **kwargs):
        super().__init__(features=features or FEATURES, **kwargs)

    def pointers(self, stored):
        """The pages it links to; see together.py."""
        return [(LINKED, key) for key in sorted(linked_pages(stored))]

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation:
            _refuse_unclear_links(value.source)
            if has_lone_brackets(value.source):
                raise ValidationError(LONE_BRACKETS)
        return value


def _refuse_unclear_links(html):
    for text in map(strip_tags, LINK.findall(html)):
        if text.strip(" .…>→»").lower() in SAYS_NOTHING:
            raise ValidationError(NAME_THE_GOAL, params={"text": text})
    for address in map(unescape, ADDRESS.findall(html)):
        if not COMPLETE.match(address) and not stays_here(address):
            raise ValidationError(NOT_COMPLETE, params={"address": address})
