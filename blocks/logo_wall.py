"""The logos of those we work with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from blocks.groups import STRUCTURE
from blocks.links import LinkBlock
from blocks.picture import any_picture


class LogoBlock(LinkBlock):
    """One logo, named for those who cannot see it."""

    name = blocks.CharBlock(label=_("who is it?"), max_length=120)
    logo = ImageChooserBlock(label=_("logo"))

    class Meta:
        icon = "image"
        label = _("Logo")
        may_be_empty = True
        form_layout = ["name", "logo", "page", "address"]


class LogoWallBlock(blocks.StructBlock):
    """Logos in a row, all equally large to the eye."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    logos = blocks.ListBlock(LogoBlock(), label=_("logos"), min_num=1, max_num=24)

    class Meta:
        template = "blocks/logo_wall.html"
        icon = "group"
        group = STRUCTURE
        label = _("Logos")
        description = _("The logos of partners and funders in a row.")

    def get_preview_value(self):
        logo = {"name": "Bezirksamt", "logo": any_picture()}
        return self.normalize({"title": _("We work with"), "logos": [logo] if logo["logo"] else []})
