"""What wagtail-localize 1.14 gets wrong with our bricks, mended in one place.

A block value that is None, because the block was added after the page was written, crashes the
extraction and answers "Translate" with an error (wagtail-localize issues 875 and 918). An address that was
translated loses every letter that is not Latin; it is spelt in Latin letters instead.
"""

from functools import partial, wraps

from wagtail.images.blocks import ImageBlock
from wagtail_localize import models
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from pages.latin import address


def apply():
    """Spell addresses, and make the extractor skip what has no value. Applying it twice changes nothing."""
    models.slugify = partial(address, language="")
    original = StreamFieldSegmentExtractor.handle_block
    if getattr(original, "skips_missing_values", False):
        return

    @wraps(original)
    def handle_block(self, block_type, block_value, raw_value=None):
        if block_value is None:
            return []
        if isinstance(block_type, ImageBlock) and not isinstance(raw_value, dict):
            return []
        return original(self, block_type, block_value, raw_value=raw_value)

    handle_block.skips_missing_values = True
    StreamFieldSegmentExtractor.handle_block = handle_block
