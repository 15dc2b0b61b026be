"""The logos of those we work with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model

from blocks.blanks import blanks
from blocks.groups import STRUCTURE
from blocks.links import LinkBlock, LinkValue
from blocks.picture import LibraryBlock


def shape(logo):
    """How broad a logo is, in one word, so that all can be shown equally large to the eye."""
    breadth = logo.width / logo.height if logo and logo.height else 1
    return "band" if breadth > 3.5 else "broad" if breadth > 1.7 else "square" if breadth > 0.8 else "tall"


class LogoValue(LinkValue):
    """A logo that knows how broad it is."""

    @property
    def shape(self):
        return shape(self.get("logo"))


class LogoBlock(LinkBlock):
    """One logo, named for those who cannot see it."""

    name = blocks.CharBlock(label=_("who is it?"), max_length=120)
    logo = LibraryBlock(label=_("logo"), help_text=_("Best as SVG, or as PNG without a background."))

    class Meta:
        icon = "image"
        label = _("Logo")
        label_format = "{name}"
        value_class = LogoValue
        may_be_empty = True
        form_layout = ["name", "logo", "page", "address"]


class LogoWallValue(blocks.StructValue):
    """Knows which of its logos may be shown."""

    @property
    def shown(self):
        logos = [each for each in self.get("logos") or [] if each.get("logo") and not blanks(each["name"])]
        return [each for each in logos if each["logo"].may_be_shown]


class LogoWallBlock(blocks.StructBlock):
    """Logos in a row, all equally large to the eye."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    logos = blocks.ListBlock(LogoBlock(), label=_("logos"), min_num=1, max_num=24)

    class Meta:
        template = "blocks/logo_wall.html"
        icon = "group"
        group = STRUCTURE
        label = _("Logos")
        value_class = LogoWallValue
        label_format = "{title}"
        description = _("The logos of partners and funders in a row.")

    def get_preview_value(self):
        pictures = get_image_model().objects.order_by("pk")
        logos = pictures.filter(file__endswith=".svg")[:3] or pictures[:1]
        return self.normalize(
            {"title": _("We work with"), "logos": [{"name": logo.title, "logo": logo} for logo in logos]}
        )
