"""What pages are about, in the centre's own words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from pages.wording import WordingField


class Topic(index.Indexed, models.Model):
    """One subject that people look for: health, neighbours, children."""

    name = WordingField(_("name"), max_length=80)
    slug = models.SlugField(
        _("short name"), unique=True, help_text=_("Appears in addresses; small letters, no spaces.")
    )

    panels = ["name", "slug"]
    search_fields = [index.AutocompleteField("name_text")]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return str(self.name)

    def name_text(self):
        return " ".join(self.name.values())
