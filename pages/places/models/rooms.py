"""A room: kept once with all that was measured in it, used by everything that happens there."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from pages.findable import Findable
from pages.numbers import NumberField
from pages.places.access import is_step_free
from pages.places.models.places import Place
from pages.wording import WordingField


class Known(models.TextChoices):
    """Yes, no, or nobody has looked yet: what is unknown is never told as a no or as a yes."""

    UNKNOWN = "", _("not known")
    YES = "yes", _("yes")
    NO = "no", _("no")


def known(label, help_text=""):
    """A question about a room that one may leave open."""
    return models.CharField(
        label, max_length=3, choices=Known.choices, default=Known.UNKNOWN, blank=True, help_text=help_text
    )


class Room(Findable, index.Indexed, ClusterableModel):
    """A room with its size, its seats, and the facts on who gets in and finds what they need."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="rooms", verbose_name=_("place"))
    name = WordingField(_("name"), max_length=80)
    floor = models.SmallIntegerField(
        _("floor"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-5), MaxValueValidator(99)],
        help_text=_("0 is the ground floor, -1 the basement."),
    )
    size = models.PositiveSmallIntegerField(_("size in square metres"), null=True, blank=True)
    seats_rows = models.PositiveSmallIntegerField(_("seats in rows"), null=True, blank=True)
    seats_tables = models.PositiveSmallIntegerField(_("seats at tables"), null=True, blank=True)
    standing = models.PositiveSmallIntegerField(_("places standing"), null=True, blank=True)
    equipment = WordingField(
        _("equipment"), blank=True, max_length=600, help_text=_("What is there, separated by commas.")
    )
    steps = models.PositiveSmallIntegerField(
        _("steps"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(500)],
        help_text=_("Those left on the way in from the street when one takes lift or ramp. 0: none."),
    )
    door_width = models.PositiveSmallIntegerField(
        _("narrowest door in cm"),
        null=True,
        blank=True,
        validators=[MinValueValidator(30), MaxValueValidator(600)],
    )
    lift = known(_("lift"))
    lift_width = models.PositiveSmallIntegerField(_("width of the lift in cm"), null=True, blank=True)
    lift_depth = models.PositiveSmallIntegerField(_("depth of the lift in cm"), null=True, blank=True)
    accessible_toilet = known(_("toilet for wheelchair users"))
    induction_loop = known(_("induction loop for hearing aids"))
    quiet_room = known(_("quiet room to withdraw to"))
    good_light = known(_("bright, even light"))
    dogs = known(_("dogs allowed"), _("Assistance dogs always are."))
    access_note = WordingField(
        _("more about access"), blank=True, max_length=300, help_text=_("For example: ring at the side door.")
    )
    sort_order = models.IntegerField(_("order"), default=1)

    panels = [
        FieldRowPanel(["name", "place"]),
        FieldRowPanel(["floor", "size"]),
        MultiFieldPanel(
            [FieldRowPanel(["seats_rows", "seats_tables", "standing"]), "equipment"], _("What is in it")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["steps", "door_width"]),
                FieldRowPanel(["lift", "lift_width", "lift_depth"]),
                FieldRowPanel(["accessible_toilet", "induction_loop"]),
                FieldRowPanel(["quiet_room", "good_light"]),
                "dogs",
                "access_note",
            ],
            _("Getting in and finding what one needs"),
            help_text=_("Please measure or leave empty. Readers see only what was entered here."),
        ),
        InlinePanel("tariffs", heading=_("What it costs to hire"), label=_("price")),
    ]
    search_fields = [index.AutocompleteField("name_text")]

    class Meta:
        ordering = ["place__sort_order", "sort_order", "pk"]
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __str__(self):
        return str(self.name)

    @property
    def is_step_free(self):
        """True, False, or None where nobody has measured."""
        return is_step_free(self.steps, self.door_width)

    def name_text(self):
        return " ".join(self.name.values())

    def texts_to_find(self):
        return [", ".join(filter(None, [str(self.name), str(self.equipment)]))]

    def clean(self):
        super().clean()
        size = {"lift_width": self.lift_width, "lift_depth": self.lift_depth}
        if any(size.values()) and self.lift != Known.YES:
            raise ValidationError({"lift": _("You entered how large the lift is. Is there one?")})
        if any(size.values()) and not all(size.values()):
            missing = next(name for name, value in size.items() if not value)
            raise ValidationError({missing: _("Please enter both width and depth, or neither.")})


class Unit(models.TextChoices):
    """What one price is for."""

    HOUR = "hour", _("per hour")
    HALF_DAY = "half-day", _("per half day")
    DAY = "day", _("per day")
    EVENING = "evening", _("per evening")


class Tariff(Orderable):
    """What one group of people pays for a room; in euros, 0 is free."""

    room = ParentalKey(Room, related_name="tariffs")
    group = WordingField(_("for whom"), max_length=80)
    price = NumberField(
        _("price in euros"), max_digits=8, decimal_places=2, validators=[MinValueValidator(0)]
    )
    unit = models.CharField(_("for how long"), max_length=8, choices=Unit.choices, default=Unit.HOUR)

    panels = ["group", FieldRowPanel(["price", "unit"])]

    class Meta(Orderable.Meta):
        verbose_name = _("price")

    def __str__(self):
        return str(self.group)
