"""A picture in the text, and the rule that every picture follows."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from blocks.groups import MEDIA
from blocks.together import Together

FILE_NAME = re.compile(r"\.(avif|gif|heic|jpe?g|png|svg|webp)$|^(dsc|dscn|foto|image|img)[ _-]?\d+$", re.I)
NOT_AGREED = _("The people in this picture have not agreed to be shown, or no longer.")


class LibraryBlock(Together, ImageChooserBlock):
    """A picture from the centre's own."""


class ConsentedImageBlock(ImageBlock):
    """A picture with an alternative text or marked as decorative, and with the consent of those it shows."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"] = LibraryBlock(required=required)
        self.child_blocks["image"].set_name("image")
        for name, label in {"image": _("picture"), "decorative": _("only decorates, says nothing")}.items():
            self.child_blocks[name].label = label
        self.child_blocks["alt_text"].field.help_text = _("What can be seen, in one sentence.")

    def clean(self, value):
        if value and not self.is_deferred_validation:
            errors = {name: ValidationError(text) for name, text in _faults(value)}
            if errors:
                raise StructBlockValidationError(block_errors=errors)
        return super().clean(value)


class DecorativeImageBlock(LibraryBlock):
    """A picture beside words that say enough: nobody is asked to describe it, and it is read to nobody.

    It still reads what was stored while a description was asked for.
    """

    def key(self, stored):
        return stored.get("image") if isinstance(stored, Mapping) else stored

    def to_python(self, value):
        return super().to_python(self.key(value))

    def normalize(self, value):
        return super().normalize(self.key(value))

    def clean(self, value):
        picture = super().clean(value)
        if picture and not picture.may_be_shown and not self.is_deferred_validation:
            raise ValidationError(NOT_AGREED)
        return picture


def _faults(picture):
    alt = (picture.contextual_alt_text or "").strip()
    if not picture.decorative and not alt:
        yield (
            "alt_text",
            _("Please say in one sentence what can be seen, or tick that the picture is decorative."),
        )
    elif not picture.decorative and FILE_NAME.search(alt):
        yield (
            "alt_text",
            _("This is the name of a file. Please say what can be seen, for people who cannot see it."),
        )
    if not picture.may_be_shown:
        yield "image", NOT_AGREED


def any_picture():
    """A picture of the centre's own, so that previews look like home."""
    return get_image_model().objects.exclude(file__endswith=".svg").order_by("pk").first()


class PictureBlock(blocks.StructBlock):
    """A picture with its caption, in one of three sizes."""

    picture = ConsentedImageBlock(label=_("picture"))
    size = blocks.ChoiceBlock(
        [("small", _("small, beside the text")), ("text", _("as wide as the text")), ("wide", _("wide"))],
        default="text",
        search_index=False,
        label=_("size"),
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, default="", max_length=250)

    class Meta:
        template = "blocks/picture.html"
        icon = "image"
        group = MEDIA
        label = _("Picture")
        description = _("A picture with a caption, in one of three sizes.")

    def get_preview_value(self):
        return blocks.StructValue(
            self, {"picture": any_picture(), "size": "text", "caption": _("The house on a summer day")}
        )
