"""Several pictures side by side."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import MEDIA
from blocks.picture import ConsentedImageBlock, any_picture


class GalleryValue(blocks.StructValue):
    """Knows which of its pictures may be shown."""

    @property
    def shown(self):
        pictures = self.get("pictures") or []
        return [each for each in pictures if each.get("picture") and each["picture"].may_be_shown]

    @property
    def images(self):
        return [each["picture"] for each in self.shown]

    @property
    def credit(self):
        """Who made all of the pictures, where it was the same person; else empty."""
        credits = {picture.credit for picture in self.images}
        return credits.pop() if len(credits) == 1 else ""


class GalleryBlock(blocks.StructBlock):
    """A handful of pictures that belong together."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    pictures = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("picture", ConsentedImageBlock(label=_("picture"))),
                ("caption", blocks.CharBlock(label=_("caption"), required=False, default="", max_length=250)),
            ],
            label=_("picture"),
        ),
        label=_("pictures"),
        min_num=2,
        max_num=24,
    )

    class Meta:
        template = "blocks/gallery.html"
        icon = "image"
        group = MEDIA
        label = _("Gallery")
        label_format = "{title}"
        value_class = GalleryValue
        description = _("Several pictures side by side, each with a caption.")

    def get_preview_value(self):
        picture = any_picture()
        pictures = [{"picture": picture, "caption": ""}] * 3 if picture else []
        return self.normalize({"title": _("Our summer party"), "pictures": pictures})
