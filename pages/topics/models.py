"""What pages are about and whom they are for, in the centre's own words."""

from itertools import chain, count

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.search import index

from pages.latin import address
from pages.wording import WordingField


class Term(index.Indexed, models.Model):
    """A word of the centre's own, in all languages, with a short name that stands in addresses."""

    name = WordingField(_("name"), max_length=80)
    slug = models.SlugField(
        _("short name"),
        unique=True,
        blank=True,
        help_text=_("Appears in addresses; small letters, no spaces. Empty: made from the name."),
    )

    panels = ["name", MultiFieldPanel(["slug"], _("In addresses"), classname="collapsed")]
    search_fields = [index.AutocompleteField("name_text")]
    unnamed = "begriff"

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.name)

    def clean(self):
        self.slug = self.slug or self._free_slug()

    def _free_slug(self):
        plain = slugify(address(self.name.text, self.name.language))[:40] or self.unnamed
        taken = set(type(self).objects.filter(slug__startswith=plain).values_list("slug", flat=True))
        numbered = (f"{plain}-{number}" for number in count(2))
        return next(name for name in chain([plain], numbered) if name not in taken)

    def name_text(self):
        return " ".join(self.name.values())


class Topic(Term):
    """One subject that people look for: health, neighbours, children."""

    unnamed = "thema"

    class Meta:
        ordering = ["slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Audience(Term):
    """Some of the people that a house is for: children, families, older people."""

    sort_order = models.IntegerField(_("order"), default=1)

    unnamed = "gruppe"

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
