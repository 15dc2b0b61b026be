"""What wagtail-localize 1.14 gets wrong with our house, mended in one place.

A block value that is None, because the block was added after the page was written, crashes the
extraction and answers "Translate" with an error (wagtail-localize issues 875 and 918). An address that was
translated loses every letter that is not Latin; it is spelt in Latin letters instead. A language that is
written freely would get a copy of the German bricks. Machines would work inside a request. And what nobody
has translated, or nobody has published, would be written onto the page that readers see.
"""

from functools import partial, wraps

from django.core.exceptions import ValidationError
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail_localize import models
from wagtail_localize.models import Translation
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.views import update_translations

from pages.latin import address
from quartier.languages.starting import WRITTEN_FREELY, make_room, start_freely


def apply():
    """Put the patches in place. Applying them twice changes nothing."""
    models.slugify = partial(address, language="")
    _patch(StreamFieldSegmentExtractor, "handle_block", skipping_missing_values)
    _patch(Translation, "save_target", sparing_readers)
    update_translations.get_machine_translator = lambda: None


def _patch(kind, name, made):
    original = getattr(kind, name)
    if not getattr(original, "is_ours", False):
        patched = wraps(original)(made(original))
        patched.is_ours = True
        setattr(kind, name, patched)


def skipping_missing_values(original):
    def handle_block(self, block_type, block_value, raw_value=None):
        if block_value is None:
            return []
        if isinstance(block_type, ImageBlock) and not isinstance(raw_value, dict):
            return []
        return original(self, block_type, block_value, raw_value=raw_value)

    return handle_block


def sparing_readers(original):
    def save_target(self, user=None, publish=True):
        page = self.source.get_source_instance()
        if not isinstance(page, Page):
            return original(self, user=user, publish=publish)
        known = page.get_translation_or_none(self.target_locale)
        if self.target_locale.language_code in WRITTEN_FREELY:
            if known is None or not known.latest_revision_id:
                start_freely(page, self.target_locale, user)
            return None
        publish = publish and is_complete(self)
        if known and known.live and not publish:
            self.source.update_target_view_restrictions(self.target_locale)
            return None
        make_room(page, self.target_locale)
        try:
            return original(self, user=user, publish=publish)
        except AttributeError as fault:
            # It looks for the names of fields in every refusal, and one of a single field has none.
            if isinstance(fault.__context__, ValidationError):
                raise fault.__context__ from None
            raise

    return save_target


def is_complete(translation) -> bool:
    total, done = translation.get_progress()
    return done == total
