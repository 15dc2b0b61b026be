"""A page, announced on another one."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.closed import open_pages
from blocks.goal import AnnouncedBlock, announced
from blocks.groups import STRUCTURE
from blocks.picture import DecorativeImageBlock
from blocks.reading import TOLD_IN


class TeaserValue(blocks.StructValue):
    """What the page says of itself, unless someone said it better here."""

    @property
    def goal(self):
        return announced(self.get("page"))

    @property
    def title(self):
        return self.get("own_title") or (self.goal.title if self.goal else "")

    @property
    def summary(self):
        return self.get("own_summary") or getattr(self.goal, "summary", "")

    @property
    def picture(self):
        return self.get("own_picture") or getattr(self.goal, "picture", None)

    def languages(self, told_in):
        """Those of title and summary, where they are not the reader's; `told_in` that of the text around."""
        its = self.goal.foreign if self.goal else ""
        said_here = {"title": self.get("own_title"), "summary": self.get("own_summary")}
        return {name: told_in if text else its for name, text in said_here.items()}


class TeaserBlock(blocks.StructBlock):
    """Shows title, summary and picture of a page, always as they are now."""

    page = AnnouncedBlock(label=_("page"))
    own_title = blocks.CharBlock(label=_("other title"), required=False, default="", max_length=120)
    own_summary = blocks.TextBlock(label=_("other summary"), required=False, default="", max_length=300)
    own_picture = DecorativeImageBlock(label=_("other picture"), required=False)

    class Meta:
        template = "blocks/teaser.html"
        icon = "doc-full"
        group = STRUCTURE
        label = _("Teaser")
        value_class = TeaserValue
        description = _("Announces a page with its title, summary and picture.")
        form_layout = blocks.BlockGroup(
            children=["page"], settings=["own_title", "own_summary", "own_picture"]
        )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return {**context, "languages": value.languages(context.get(TOLD_IN, ""))}

    def get_preview_value(self):
        return self.normalize({"page": open_pages().filter(depth__gt=2).order_by("path").first()})
