"""The pages of rooms, and the page on which one finds one to hire."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from blocks.field import BlockField
from blocks.goal import chosen, goal
from blocks.reading import read
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.contact import contact_field
from pages.places.choosing import Choice
from pages.places.forms import RoomPageForm
from pages.places.models.rooms import Room


class RoomPage(BasePage):
    """A room as those see it who would like to use it."""

    room = models.ForeignKey(
        Room,
        models.PROTECT,
        related_name="pages",
        verbose_name=_("room"),
        help_text=_("Size, seats, access and prices are kept with the room, in the menu “Our house”."),
    )
    is_for_hire = models.BooleanField(_("can be hired"), default=True)
    enquiry_form = models.ForeignKey(
        "enquiries.FormPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("form to ask for it"),
    )
    contact = contact_field(_("contact"))
    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    facts = [*BasePage.facts, "room", "is_for_hire", "enquiry_form", "contact"]
    texts = [*BasePage.texts, "body"]

    content_panels = [
        *BasePage.introduction_panels,
        "room",
        MultiFieldPanel(["is_for_hire", FieldRowPanel(["enquiry_form", "contact"])], _("Hire")),
        FieldPanel("body", help_text=_("Photos, rules, answers to frequent questions.")),
    ]
    page_description = _("One room with its seats, access, photos and prices.")
    base_form_class = RoomPageForm
    parent_page_types = ["places.RoomIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("room (page)")
        verbose_name_plural = _("rooms (pages)")

    @classmethod
    def called(cls, many=False):
        """Only editors need to tell the page from the room."""
        return _("Rooms") if many else _("Room")

    @property
    def enquiry_address(self):
        """Where one asks for it, with the room named in the address; empty where one cannot."""
        return self.enquiry.address_for(self) if self.enquiry else ""

    @cached_property
    def enquiry(self):
        """The form to ask for the room, if it can be hired and everybody may read the form; else None."""
        if not (self.is_for_hire and self.enquiry_form_id):
            return None
        forms = self._meta.get_field("enquiry_form").related_model.objects.all()
        return goal(chosen(forms, [self.enquiry_form_id])[0])

    def get_context(self, request, *args, **kwargs):
        room = models.Prefetch("room", Room.objects.select_related("place__picture"))
        models.prefetch_related_objects([self], room)
        return super().get_context(request, *args, **kwargs)

    def texts_to_find(self):
        yield from super().texts_to_find()
        yield from self.room.texts_to_find()

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """A version whose room was deleted since speaks of the room that the page has now."""
        if not Room.objects.filter(pk=data.get("room")).exists():
            now = cls.objects.filter(pk=data.get("pk")).values_list("room", flat=True).first()
            data = {**data, "room": now}
        return super().from_serializable_data(data, check_fks, strict_fks)


class RoomIndexPage(BasePage):
    """The rooms to hire, with a filter by seats and access."""

    contact = contact_field(_("whom to ask"), _("Who helps when no room fits."))
    body = BlockField(BodyStream(), verbose_name=_("content below the rooms"), blank=True)

    facts = [*BasePage.facts, "contact"]
    texts = [*BasePage.texts, "body"]

    content_panels = [*BasePage.introduction_panels, "contact", "body"]
    page_description = _("All rooms to hire, to be filtered by seats and access.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = ["places.RoomPage", "standard.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rooms to hire")
        verbose_name_plural = _("rooms to hire")

    @cached_property
    def rooms(self):
        """The pages of all rooms that everybody may hire, in the order of the menu, each with its room."""
        below = RoomPage.objects.child_of(self.original).filter(is_for_hire=True).order_by("path")
        return read(below.select_related("room__place").defer_streamfields())

    @cached_property
    def others(self):
        """What else everybody may read below this page: house rules, rooms that are not to hire."""
        here = {page.translation_key for page in self.rooms}
        below = read(self.original.get_children().order_by("path"))
        return [page for page in below if page.translation_key not in here]

    def get_context(self, request, *args, **kwargs):
        choice = Choice(self.rooms, request.GET)
        return {**super().get_context(request, *args, **kwargs), "choice": choice, "same": choice.query}
