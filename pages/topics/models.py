"""What pages are about, in the centre's own words."""

from itertools import chain, count

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.search import index

from blocks.outline import anchors
from pages.wording import WordingField


class Topic(index.Indexed, models.Model):
    """One subject that people look for: health, neighbours, children."""

    name = WordingField(_("name"), max_length=80)
    slug = models.SlugField(
        _("short name"),
        unique=True,
        blank=True,
        help_text=_("Appears in addresses; small letters, no spaces. Empty: made from the name."),
    )

    panels = ["name", MultiFieldPanel(["slug"], _("In addresses"), classname="collapsed")]
    search_fields = [index.AutocompleteField("name_text")]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return str(self.name)

    def clean(self):
        self.slug = self.slug or self._free_slug()

    def _free_slug(self):
        plain = slugify(anchors([str(self.name)])[0])[:40] or "thema"
        taken = set(Topic.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
        numbered = (f"{plain}-{number}" for number in count(2))
        return next(name for name in chain([plain], numbered) if name not in taken)

    def name_text(self):
        return " ".join(self.name.values())
