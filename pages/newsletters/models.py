"""The newsletter: its issues, and the page on which one signs up and reads the older ones."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.newsletters.streams import LetterStream
from pages.subscribers import signing_up
from pages.wording import WordingField


class NewsletterIndexPage(BasePage):
    """Where one signs up for the newsletter and reads older issues."""

    prepares_drafts = models.BooleanField(
        _("prepare a draft every month"),
        default=True,
        help_text=_("A week before the month begins a draft lies ready, with what happens then."),
    )
    topics_offered = ParentalManyToManyField(
        "topics.Topic",
        blank=True,
        related_name="+",
        verbose_name=_("topics that one can choose"),
        help_text=_("Nothing ticked: nobody is asked, everybody gets every issue."),
    )
    audiences_offered = ParentalManyToManyField(
        "topics.Audience", blank=True, related_name="+", verbose_name=_("audiences that one can choose")
    )
    body = BlockField(BodyStream(), verbose_name=_("content below the form"), blank=True)

    facts = [*BasePage.facts, "prepares_drafts", "topics_offered", "audiences_offered"]
    texts = [*BasePage.texts, "body"]

    content_panels = [
        *BasePage.introduction_panels,
        MultiFieldPanel(["prepares_drafts", "topics_offered", "audiences_offered"], _("How it works")),
        FieldPanel("body"),
    ]
    page_description = _("Where one signs up for the newsletter and reads older issues.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = ["newsletters.NewsletterPage"]
    max_count_per_parent = 1
    allowed_http_methods = ["GET", "HEAD", "OPTIONS", "POST"]

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), "sign_up": signing_up.sheet(self, request)}

    def serve(self, request, *args, **kwargs):
        if request.method == "POST" or signing_up.DONE in request.GET:
            return signing_up.answer(self, request)
        return super().serve(request, *args, **kwargs)


class NewsletterPage(BasePage):
    """One issue: the same on the web and in the mail."""

    subject = models.CharField(
        _("subject"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the title. Up to 50 characters show everywhere."),
    )
    preheader = models.CharField(
        _("preview text"),
        max_length=200,
        blank=True,
        help_text=_("Mail programs show it beside the subject. Empty: the summary."),
    )
    first_day = models.DateField(_("events from"), null=True, blank=True)
    last_day = models.DateField(_("events until"), null=True, blank=True)
    for_topics = ParentalManyToManyField(
        "topics.Topic",
        blank=True,
        related_name="+",
        verbose_name=_("only for those who chose one of these topics"),
        help_text=_("Nothing ticked: for everybody. Who has chosen nothing gets every issue."),
    )
    for_audiences = ParentalManyToManyField(
        "topics.Audience", blank=True, related_name="+", verbose_name=_("or one of these audiences")
    )
    body = BlockField(LetterStream(), verbose_name=_("content"), blank=True)

    facts = [*BasePage.facts, "first_day", "last_day", "for_topics", "for_audiences", "items"]
    texts = [*BasePage.texts, "subject", "preheader", "body"]

    content_panels = [
        *BasePage.introduction_panels,
        MultiFieldPanel(["subject", "preheader"], _("In the mail program")),
        FieldPanel("body"),
        InlinePanel("items", heading=_("What it tells of"), label=_("entry")),
    ]
    page_description = _("One issue of the newsletter: on the web, and by mail.")
    parent_page_types = ["newsletters.NewsletterIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("newsletter issue")
        verbose_name_plural = _("newsletter issues")


class Item(Orderable):
    """A page that an issue tells of: ticked, in its place, with a shorter text if one likes. A fact."""

    page = ParentalKey(NewsletterPage, related_name="items")
    about = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page"))
    is_in = models.BooleanField(_("goes in"), default=True)
    short = WordingField(
        _("shorter text"), blank=True, max_length=300, help_text=_("Empty: the summary of the page.")
    )

    panels = ["is_in", "about", "short"]

    class Meta(Orderable.Meta):
        verbose_name = _("entry")
        verbose_name_plural = _("entries")

    def __str__(self):
        return str(self.about)
