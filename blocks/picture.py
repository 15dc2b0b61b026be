"""A picture in the text, and the rule that every picture follows."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from blocks.groups import MEDIA


class ConsentedImageBlock(ImageBlock):
    """A picture with an alternative text or marked as decorative, and with the consent of those it shows."""

    def clean(self, value):
        value = super().clean(value)
        if value and not self.is_deferred_validation and not value.may_be_shown:
            raise StructBlockValidationError(
                block_errors={
                    "image": ValidationError(
                        _("The people in this picture have not agreed to be shown, or no longer.")
                    )
                }
            )
        return value


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
