"""One announcement, with its time."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.announcements import door
from pages.announcements.choices import SIGNS, Kind, Sentence, Shown
from pages.announcements.forms import AnnouncementForm
from pages.announcements.sentences import date_of, sentence_of, tells_of_a_date
from pages.announcements.spoken import validity
from pages.base import BasePage
from pages.offers.spoken import where
from pages.outlets import Outlets
from pages.websites import WebAddressField


class AnnouncementPage(Outlets, BasePage):
    """Something that people should know, from now until then.

    It is published when it begins: until then nobody finds it anywhere (`go_live_at` is `starts`, see
    `clean`). When it ends it stays, says so, and stands in the archive only.
    """

    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices, default=Kind.INFORMATION)
    sentence = models.CharField(
        _("standard sentence"),
        max_length=9,
        choices=Sentence.choices,
        default=Sentence.OWN,
        blank=True,
        help_text=_("It is the title in every language, wherever the page is not translated."),
    )
    starts = models.DateTimeField(
        _("from"), null=True, blank=True, help_text=_("Empty: as soon as it is published.")
    )
    ends = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("From then on it stands only in the archive.")
    )
    shown = models.CharField(_("where is it shown?"), max_length=4, choices=Shown.choices, default=Shown.LIST)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=0, help_text=_("Of several banners the heaviest stands first.")
    )
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("more about it on this page"),
    )
    link = WebAddressField(_("or at this address"), blank=True)
    room = models.ForeignKey(
        "places.Room",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("room"),
        help_text=_("If it is about one room only."),
    )
    event = models.UUIDField(null=True, blank=True, editable=False)
    """The translation key of the event that it tells of, if it does."""

    date = models.DateTimeField(null=True, blank=True, editable=False)
    """Which of its dates: the moment at which the schedule puts it (`Occurrence.original`)."""

    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    facts = [
        *BasePage.facts,
        *("kind", "sentence", "starts", "ends", "shown", "weight", "link_page", "link", "room"),
    ]
    texts = [*BasePage.texts, "body"]

    content_panels = [
        *BasePage.warning_panels,
        MultiFieldPanel(["kind", "sentence"], _("What is it about?")),
        FieldPanel("title", help_text=_("Empty: the standard sentence.")),
        "summary",
        FieldRowPanel(["starts", "ends"], heading=_("When does it hold?")),
        "room",
        MultiFieldPanel(["shown", "weight"], _("Where?")),
        FieldPanel("body"),
        "picture",
        MultiFieldPanel([PageChooserPanel("link_page"), "link"], _("Link"), classname="collapsed"),
    ]
    along = (*BasePage.along, "link_page")
    base_form_class = AnnouncementForm
    outlets = {"aushang": "door_notice"}
    page_description = _("Something that people should know, from now until then.")
    parent_page_types = ["announcements.NewsPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        permissions = [("add_urgent_notice", _("Can publish an urgent notice"))]

    @property
    def headline(self):
        """What stands above it in the reader's language: its title, or else its standard sentence.

        It may hold elements that mark the language of a name: `pages.wording.plain` takes them out.
        """
        return sentence_of(self.original) if self.is_generated else self.title

    @property
    def is_generated(self):
        """Whether the headline is the standard sentence: in the reader's language, though the page is not."""
        return bool(self.foreign and self.sentence) or tells_of_a_date(self.original)

    @property
    def headline_language(self):
        """The language of the headline, where it is not the reader's."""
        return "" if self.is_generated else self.foreign

    @property
    def sign(self):
        """The icon of its kind."""
        return SIGNS[Kind(self.kind)]

    @property
    def told_since(self):
        """When it became known: when it began to hold, else when it was published; None for a draft."""
        return self.starts or self.original.first_published_at

    @property
    def told_of(self):
        """The date of an event that it tells of, as far as everybody may know of it."""
        return date_of(self.original)

    @property
    def where(self):
        """The room that it is about, if it is about one only."""
        return where(self.original) if self.original.room else ""

    @property
    def is_over(self):
        return bool(self.ends and self.ends <= timezone.now())

    @property
    def validity(self):
        """From when until when it holds, in words; empty where it has no end."""
        return validity(self.starts, self.ends, timezone.now())

    def clean(self):
        """What begins later is published then, by Wagtail's own schedule: both never say different things.

        A translation has no time of its own.
        """
        super().clean()
        if self.starts and self.starts > timezone.now() and self.original.pk == self.pk:
            self.go_live_at = self.starts

    def with_content_json(self, content):
        """What begins only later vanishes until then, once it is published so, if it was shown already.

        Wagtail goes on showing the version before to the one who has a `live_revision`.
        """
        draft = super().with_content_json(content)
        if draft.starts and draft.starts > timezone.now():
            draft.live_revision = None
        return draft

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), "facts": self.original}

    def door_notice(self, request):
        """A sheet of paper to hang up."""
        return door.notice(self, request)

    def texts_to_find(self):
        yield str(Kind(self.kind).label)
        if self.sentence:
            yield str(Sentence(self.sentence).label)
        yield from super().texts_to_find()
