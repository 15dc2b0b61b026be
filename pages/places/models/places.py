"""A place: an address with a way to it, kept once."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from blocks.embeds import map_page
from pages.findable import Findable
from pages.numbers import degrees
from pages.wording import WordingField


class Place(Findable, index.Indexed, models.Model):
    """A house, a park, a school: an address with a way to it."""

    name = WordingField(_("name"), max_length=80)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    latitude = degrees(_("latitude"), 90, _("For example 52.48721."))
    longitude = degrees(_("longitude"), 180, _("For example 13.42503."))
    way = WordingField(
        _("the way there"), blank=True, max_length=400, help_text=_("Nearest stops, parking, entrance.")
    )
    lift_stop = WordingField(
        _("nearest stop with a lift"),
        blank=True,
        max_length=160,
        help_text=_("For example: U Lindenplatz, lift at the north end, 250 metres."),
    )
    picture = models.ForeignKey(
        "pictures.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    sort_order = models.IntegerField(_("order"), default=1)

    panels = [
        "name",
        MultiFieldPanel(["street", FieldRowPanel(["postal_code", "city"])], _("Address")),
        MultiFieldPanel(["way", "lift_stop"], _("The way there")),
        "picture",
        MultiFieldPanel([FieldRowPanel(["latitude", "longitude"])], _("On the map"), classname="collapsed"),
    ]
    search_fields = [index.AutocompleteField("name_text")]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self):
        return str(self.name)

    @property
    def address(self):
        """On one line, as one would type it into a map; empty where there is none."""
        return ", ".join(filter(None, [self.street, f"{self.postal_code} {self.city}".strip()]))

    @property
    def map_link(self):
        """The place on OpenStreetMap, as a plain link; empty where one could not find it."""
        point = [None if number is None else float(number) for number in (self.latitude, self.longitude)]
        return map_page(*point, self.address) if self.address or None not in point else ""

    def name_text(self):
        return " ".join(self.name.values())

    def texts_to_find(self):
        return [", ".join(filter(None, [str(self.name), self.address]))]

    def clean(self):
        super().clean()
        missing = [name for name in ("latitude", "longitude") if getattr(self, name) is None]
        if len(missing) == 1:
            fault = ValidationError(_("The map needs both numbers. Without a map, leave both empty."))
            raise ValidationError({missing[0]: fault})
