"""The front door."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from blocks.field import BlockField
from blocks.streams import HomeStream, InvitationStream, WaysInStream
from pages.base import BasePage


class HomePage(BasePage):
    """The front door of one centre: a greeting, whether it is open, and the quick ways in."""

    greeting = models.CharField(
        _("greeting"),
        max_length=120,
        blank=True,
        help_text=_("One sentence, as you would say it at the door."),
    )
    invitations = BlockField(InvitationStream(), verbose_name=_("buttons below the greeting"), blank=True)
    shows_today = models.BooleanField(
        _("show whether we are open, and today's dates"),
        default=True,
        help_text=_("From the opening hours and the calendar, always up to date."),
    )
    ways_in = BlockField(WaysInStream(), verbose_name=_("quick ways in"), blank=True)
    body = BlockField(HomeStream(), verbose_name=_("content"), blank=True)

    facts = [*BasePage.facts, "shows_today"]
    texts = [*BasePage.texts, "greeting", "invitations", "ways_in", "body"]

    content_panels = [
        *BasePage.warning_panels,
        "title",
        MultiFieldPanel(["greeting", "summary", "picture", FieldPanel("invitations")], _("At the door")),
        "shows_today",
        "ways_in",
        "body",
    ]
    page_description = _("The front door of the website: greeting, opening hours, quick ways in.")
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
