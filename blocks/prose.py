"""Running text: what an editor may format, and what every other brick uses inside."""

import re

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]
LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.S)
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


class ProseBlock(blocks.RichTextBlock):
    """Bold, italic, lists, and links to pages, documents, mail, phone and addresses; no fonts, no colours."""

    def __init__(self, features=None, **kwargs):
        super().__init__(features=features or FEATURES, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation:
            for text in map(strip_tags, LINK.findall(value.source)):
                if text.strip(" .…>→»").lower() in SAYS_NOTHING:
                    raise ValidationError(NAME_THE_GOAL, params={"text": text})
        return value
