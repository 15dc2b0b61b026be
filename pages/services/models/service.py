"""One service: facts in fields, the rest told in blocks."""

from datetime import timedelta

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.contact import contact_field
from pages.numbers import NumberField
from pages.people.models import Person
from pages.places.models import Room
from pages.services.choices import Cost, Per, Registration, is_free
from pages.services.forms import ServiceForm
from pages.services.related import related
from pages.tongues import TonguesField, names_of
from pages.wording import WordingField

A_YEAR = timedelta(days=365)


def in_a_year():
    """When a service should be looked at again, if nobody says otherwise."""
    return timezone.localdate() + A_YEAR


class ServicePage(BasePage):
    """What the centre or a partner offers again and again."""

    audiences = ParentalManyToManyField(
        "topics.Audience",
        blank=True,
        related_name="+",
        verbose_name=_("for whom?"),
        help_text=_("Nothing ticked: for everybody."),
    )
    is_by_appointment = models.BooleanField(
        _("by appointment"), default=False, help_text=_("Instead of fixed times, or beside them.")
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
    review_by = models.DateField(
        _("look at it again by"), default=in_a_year, help_text=_("Then the editors are reminded.")
    )
    bring_along = models.CharField(
        _("please bring along"), max_length=200, blank=True, help_text=_("Empty: nothing.")
    )
    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    facts = [
        *BasePage.facts,
        *("audiences", "times", "is_by_appointment", "room", "place", "access_note"),
        *("registration", "registration_days", "registration_form", "helps_to_register", "contact"),
        *("cost", "price", "reduced_price", "price_per", "languages", "has_interpreter"),
        *("has_sign_language", "has_child_care", "partner", "review_by"),
    ]
    texts = [*BasePage.texts, "bring_along", "body"]

    content_panels = [
        *BasePage.introduction_panels,
        FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
        InlinePanel("times", heading=_("When?"), label=_("time")),
        "is_by_appointment",
        MultiFieldPanel([FieldRowPanel(["room", "place"]), "access_note"], _("Where?")),
        MultiFieldPanel(
            [
                FieldRowPanel(["registration", "registration_days"]),
                FieldRowPanel(["registration_form", "helps_to_register"]),
                "contact",
            ],
            _("How to take part"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["cost", "price"]), FieldRowPanel(["reduced_price", "price_per"])],
            _("What does it cost?"),
        ),
        "bring_along",
        FieldPanel("body"),
        MultiFieldPanel(
            ["languages", FieldRowPanel(["has_interpreter", "has_sign_language"]), "has_child_care"],
            _("Languages and help"),
            classname="collapsed",
        ),
        MultiFieldPanel(["partner", "review_by"], _("Who runs it"), classname="collapsed"),
        *BasePage.funding_panels,
    ]
    along = (*BasePage.along, "contact__picture", "room__place", "place", "partner", "registration_form")
    promote_panels = [*BasePage.address_panels, *BasePage.finding_panels, *BasePage.engine_panels]
    base_form_class = ServiceForm
    page_description = _("Something you offer: for whom, when, where, what it costs.")
    parent_page_types = ["services.ServiceIndexPage", "standard.StandardPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    @property
    def is_free(self):
        return is_free(self.cost, self.price)

    @property
    def is_drop_in(self):
        """Whether one may just come: there are times, and nobody has to be told before."""
        return self.registration == Registration.NONE and bool(self.times.all())

    def get_context(self, request, *args, **kwargs):
        if self.pk:
            prefetch_related_objects([self], *self.shown_with())
        return {**super().get_context(request, *args, **kwargs), "related": related(self)}

    @staticmethod
    def shown_with():
        """What stands beside its own fields on its page, to be fetched at once."""
        person, room = Person.objects.select_related("picture"), Room.objects.select_related("place")
        return "audiences", "topics", "times", Prefetch("contact", person), Prefetch("room", room)

    def texts_to_find(self):
        yield from super().texts_to_find()
        yield from map(str, self.audiences.all())
        yield from map(str, filter(None, [self.room, self.room and self.room.place, self.place]))
        yield from names_of(self.languages)
