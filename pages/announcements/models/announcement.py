"""One announcement, with its time."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.announcements.choices import Kind, Sentence, Shown
from pages.base import BasePage


class AnnouncementPage(BasePage):
    """Something that people should know, from now until then."""

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
    link = models.URLField(_("or at this address"), blank=True)
    event = models.UUIDField(null=True, blank=True, editable=False)
    """The translation key of the event that it tells of, if it does."""

    date = models.DateTimeField(null=True, blank=True, editable=False)
    """Which of its dates: the moment at which the schedule puts it (`Occurrence.original`)."""

    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    facts = [
        *BasePage.facts,
        *("kind", "sentence", "starts", "ends", "shown", "weight", "link_page", "link"),
    ]
    texts = [*BasePage.texts, "body"]

    content_panels = [
        *BasePage.introduction_panels,
        MultiFieldPanel(["kind", "sentence", FieldRowPanel(["starts", "ends"])], _("What and when?")),
        MultiFieldPanel(["shown", "weight"], _("Where?")),
        MultiFieldPanel([PageChooserPanel("link_page"), "link"], _("Link")),
        FieldPanel("body"),
    ]
    page_description = _("Something that people should know, from now until then.")
    parent_page_types = ["announcements.NewsPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")

    @property
    def headline(self):
        """What stands above it in the reader's language: its title, or else its standard sentence.

        It may hold elements that mark the language of a name: `pages.wording.plain` takes them out.
        """
        return self.get_sentence_display() if self.is_generated else self.title

    @property
    def is_generated(self):
        """Whether the headline is the standard sentence: in the reader's language, though the page is not."""
        return bool(self.foreign and self.sentence)

    @property
    def headline_language(self):
        """The language of the headline, where it is not the reader's."""
        return "" if self.is_generated else self.foreign
