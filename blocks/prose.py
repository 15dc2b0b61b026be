"""Running text: what an editor may format, and what every other brick uses inside."""

import re

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.S)
SAYS_NOTHING = {"hier", "klicken sie hier", "hier klicken", "mehr", "link", "weiter", "weiterlesen", "here", "click here", "more"}
FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class ProseBlock(blocks.RichTextBlock):
    """Bold, italic, lists, and links to pages, documents, mail, phone and addresses; no fonts, no colours."""

    def __init__(self, features=None, **kwargs):
        super().__init__(features=features or FEATURES, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation:
            for text in LINK.findall(value.source):
                if strip_tags(text).strip(" .…>→").lower() in SAYS_NOTHING:
                    raise ValidationError(
                        _("“%(text)s” does not say where the link leads. Please name the goal, like “opening hours”."),
                        params={"text": strip_tags(text)},
                    )
        return value
