"""Bricks laid with any words, as a reader and as a translator gets them."""

from uuid import uuid4

from bs4 import BeautifulSoup
from django.test import RequestFactory
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from blocks.heading import LevelBlock
from blocks.links import LinkAddressBlock
from blocks.streams import BodyStream, InvitationStream, ValueStream, WaysInStream
from quartier.context import House

STREAMS = [BodyStream(), InvitationStream(), WaysInStream(), ValueStream()]
BRICKS = {name: block for stream in STREAMS for name, block in stream.child_blocks.items()}
ADDRESSES = {"video": "https://vimeo.com/76979871"}


def stack(*bricks, stream=None):
    """A stream as it comes from the database, of (name, raw value)."""
    stream = stream or next(each for each in STREAMS if bricks[0][0] in each.child_blocks)
    return stream.to_python([{"type": name, "value": value, "id": str(uuid4())} for name, value in bricks])


def shown(*bricks, page=None, **context):
    """What a reader gets to see of these bricks."""
    request = RequestFactory().get("/de/")
    request.is_preview = context.pop("is_preview", False)
    stream = stack(*bricks)
    html = stream.render_as_block({"request": request, "house": House(request), "page": page, **context})
    return BeautifulSoup(html, "html.parser")


def words(soup):
    """The text of it, with single blanks."""
    return " ".join(soup.get_text(" ").split())


def laid(name, things=None, text=None, optional=True, times=1):
    """The raw value of a brick with `text()` in every place where one can type, choosing from `things`."""
    block = BRICKS[name]
    say = text if callable(text) else lambda: text
    return _raw(block, name, _Choice(things or {}), say, optional, times)


class _Choice(dict):
    """Things to choose from, by the name of their model."""

    def of(self, model):
        kinds = [name for name, thing in self.items() if isinstance(thing, model)]
        return self[kinds[0]].pk if kinds else None


def _raw(block, brick, things, say, optional, times):
    def inner(child):
        if (
            not optional
            and not child.required
            and not isinstance(child, blocks.ListBlock | blocks.StreamBlock)
        ):
            return child.get_prep_value(child.get_default())
        return _raw(child, brick, things, say, optional, times)

    if isinstance(block, TableBlock):
        return {"table_caption": say(), "table_header_choice": "both", "data": [["", say()], [say(), say()]]}
    if isinstance(block, ImageBlock):
        return {
            "image": things.of(block.child_blocks["image"].model_class),
            "alt_text": say(),
            "decorative": False,
        }
    if isinstance(block, blocks.StructBlock):
        return {name: inner(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [
            {
                "type": "item",
                "value": _raw(block.child_block, brick, things, say, optional, times),
                "id": str(uuid4()),
            }
            for _each in range(times)
        ]
    if isinstance(block, blocks.StreamBlock):
        return [
            {"type": name, "value": _raw(child, brick, things, say, optional, times), "id": str(uuid4())}
            for name, child in block.child_blocks.items()
        ]
    return _leaf(block, brick, things, say)


def _leaf(block, brick, things, say):
    if isinstance(block, LevelBlock):
        return 2
    if isinstance(block, LinkAddressBlock):
        return ADDRESSES.get(brick, "https://example.org/")
    if isinstance(block, blocks.ChooserBlock | ImageChooserBlock):
        return things.of(block.model_class)
    if isinstance(block, blocks.RichTextBlock):
        return f"<p>{say()}</p>"
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return say()
    if isinstance(block, blocks.DecimalBlock):
        return "52.48721"
    return block.get_prep_value(block.get_default())
