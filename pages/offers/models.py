"""What services and events share: whom something is for, where it is, what it costs, how one takes part."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.contact import contact_field
from pages.numbers import NumberField
from pages.offers.choices import Cost, Per, Registration, is_free
from pages.people.models import Person
from pages.places.models import Room
from pages.tongues import TonguesField, names_of
from pages.websites import WebAddressField
from pages.wording import WordingField


class Offer(BasePage):
    """Something that one can come to."""

    audiences = ParentalManyToManyField(
        "topics.Audience",
        blank=True,
        related_name="+",
        verbose_name=_("for whom?"),
        help_text=_("Nothing ticked: for everybody."),
    )
    room = models.ForeignKey(
        "places.Room",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("room"),
        help_text=_("Whether one gets in without a step is kept with the room."),
    )
    place = models.ForeignKey(
        "places.Place",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("or a place"),
        help_text=_("Where it is in no room of ours: a park, a school."),
    )
    access_note = WordingField(
        _("more about access"),
        blank=True,
        max_length=300,
        help_text=_("Only what the room does not say already."),
    )
    registration = models.CharField(
        _("registration"), max_length=5, choices=Registration.choices, default=Registration.NONE
    )
    registration_days = models.PositiveSmallIntegerField(
        _("days before, at the latest"), null=True, blank=True, validators=[MaxValueValidator(90)]
    )
    registration_form = models.ForeignKey(
        "enquiries.FormPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("form"),
    )
    registration_link = WebAddressField(_("address for the registration"), blank=True)
    helps_to_register = models.BooleanField(_("we help with the registration"), default=False)
    contact = contact_field(_("whom to ask"))
    cost = models.CharField(_("cost"), max_length=10, choices=Cost.choices, default=Cost.FREE)
    price = NumberField(
        _("price in euros"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    reduced_price = NumberField(
        _("reduced price"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("For people with little money."),
    )
    price_per = models.CharField(_("for what?"), max_length=6, choices=Per.choices, default=Per.VISIT)
    languages = TonguesField(_("spoken there"))
    has_interpreter = models.BooleanField(_("interpreter on request"), default=False)
    has_sign_language = models.BooleanField(_("sign language interpreter on request"), default=False)
    has_child_care = models.BooleanField(_("child care"), default=False)
    partner = models.ForeignKey(
        "partners.PartnerPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("run by"),
        help_text=_("Empty: by the house."),
    )
    bring_along = models.CharField(
        _("please bring along"), max_length=200, blank=True, help_text=_("Empty: nothing.")
    )
    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    facts = [
        *BasePage.facts,
        *("audiences", "room", "place", "access_note", "registration", "registration_days"),
        *("registration_form", "registration_link", "helps_to_register", "contact"),
        *("cost", "price", "reduced_price", "price_per", "languages", "has_interpreter"),
        *("has_sign_language", "has_child_care", "partner"),
    ]
    texts = [*BasePage.texts, "bring_along", "body"]

    audience_panel = FieldPanel("audiences", widget=forms.CheckboxSelectMultiple)
    registration_panels = [
        FieldRowPanel(["registration", "registration_days"]),
        FieldRowPanel(["registration_form", "registration_link"]),
        "helps_to_register",
        "contact",
    ]
    cost_panel = MultiFieldPanel(
        [FieldRowPanel(["cost", "price"]), FieldRowPanel(["reduced_price", "price_per"])],
        _("What does it cost?"),
    )
    help_panel = MultiFieldPanel(
        ["languages", FieldRowPanel(["has_interpreter", "has_sign_language"]), "has_child_care"],
        _("Languages and help"),
        classname="collapsed",
    )
    along = (*BasePage.along, "contact__picture", "room__place", "place", "partner", "registration_form")
    promote_panels = [*BasePage.address_panels, *BasePage.finding_panels, *BasePage.engine_panels]

    class Meta:
        abstract = True

    @property
    def is_free(self):
        return is_free(self.cost, self.price)

    @staticmethod
    def shown_with():
        """What stands beside its own fields on its page, to be fetched at once."""
        person, room = Person.objects.select_related("picture"), Room.objects.select_related("place")
        return "audiences", "topics", Prefetch("contact", person), Prefetch("room", room)

    def texts_to_find(self):
        yield from super().texts_to_find()
        yield from map(str, self.audiences.all())
        yield from map(str, filter(None, [self.room, self.room and self.room.place, self.place]))
        yield from names_of(self.languages)
