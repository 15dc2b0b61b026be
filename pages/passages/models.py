"""Content that is kept once and placed on many pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from blocks.field import BlockField
from blocks.streams import PassageStream
from pages.base import FactsAndTexts


class Passage(
    FactsAndTexts,
    PreviewableMixin,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """A few blocks with a name. Changed here, they change on every page that shows them."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Only editors see it."))
    body = BlockField(PassageStream(), verbose_name=_("content"))

    facts = ["name"]
    texts = ["body"]

    panels = ["name", "body"]
    search_fields = [index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("reusable content")
        verbose_name_plural = _("reusable contents")

    def __str__(self):
        return self.name

    def get_preview_template(self, request, mode_name):
        return "pages/passages/passage.html"
