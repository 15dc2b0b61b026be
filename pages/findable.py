"""What is read on a page, for those who search: no blanks, and no choices that only editors see."""

import re
from typing import ClassVar

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from blocks.blanks import BLANK, without_blanks

CHOICES = (blocks.ChoiceBlock, blocks.MultipleChoiceBlock)
END_OF_LINE = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")
NOT_READ = {"title", "slug", "seo_title", "search_description"}


class Findable:
    """Tells the texts that readers find on it, one after the other, the title apart."""

    texts: ClassVar[list[str]] = []
    unread: ClassVar[set[str]] = NOT_READ

    @classmethod
    def called(cls, many=False):
        """What readers call such a page, or several of them."""
        return cls._meta.verbose_name_plural if many else cls._meta.verbose_name

    def texts_to_find(self):
        for name in self.texts:
            if name not in self.unread:
                field, value = self._meta.get_field(name), getattr(self, name)
                said = _said(field.stream_block, value) if isinstance(field, StreamField) else [str(value)]
                yield from filter(_may_be_read, (" ".join(text.split()) for text in said))


def _may_be_read(text):
    return text and not BLANK.search(text)


def _said(block, value):
    """The texts in a brick. Not Wagtail's own answer: that holds the labels of choices, such as "wide"."""
    if value is None or isinstance(block, CHOICES):
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            yield from _said(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from _said(block.child_block, item)
    elif isinstance(block, blocks.BaseStructBlock) and not isinstance(block, ImageBlock):
        for name, child in block.child_blocks.items():
            yield from _said(child, value.get(name))
    elif isinstance(block, blocks.RichTextBlock):
        yield from map(get_text_for_indexing, END_OF_LINE.split(without_blanks(value.source)))
    elif isinstance(value, Page):
        return  # what another page says is found there, by those who may see it
    elif isinstance(value, Findable):
        value = getattr(value, "localized", value)
        yield from value.texts_to_find() if getattr(value, "live", True) else ()
    else:
        yield from block.get_searchable_content(value)
