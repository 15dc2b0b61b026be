"""The newsletter: its issues, and the page on which one signs up and reads the older ones."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable, Page

from blocks.field import BlockField
from blocks.goal import goal
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.events.choices import State
from pages.events.widgets import DayInput
from pages.findable import NOT_READ
from pages.newsletters import archive, feed
from pages.newsletters.beginning import LONGEST_PREHEADER, LONGEST_SUBJECT
from pages.newsletters.composing.previewing import PreviewedAsMail
from pages.newsletters.contents import Letter, sections
from pages.newsletters.forms import NewsletterForm
from pages.newsletters.panels import ItemsPanel, WayInPanel
from pages.newsletters.streams import LetterStream
from pages.outlets import Outlets
from pages.subscribers import signing_up
from pages.wording import WordingField

MOST_ITEMS = 80


IN_MAIL = _("In the mail program")


def counted(name, most):
    """A field below which desk/newsletter.js counts what mail programs show of it."""
    return FieldPanel(name, widget=forms.TextInput({"data-counted": most}))


class NewsletterIndexPage(Outlets, BasePage):
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
    outlets = {"feed.xml": "issues_feed"}

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")

    @property
    def issues(self):
        """All issues below it, whatever their state."""
        return NewsletterPage.objects.child_of(self)

    def get_context(self, request, *args, **kwargs):
        shown = archive.Archive(self, request.GET.get(archive.YEAR, ""))
        more = {"archive": shown, "same": shown.query, "sign_up": signing_up.sheet(self, request)}
        return {**super().get_context(request, *args, **kwargs), **more}

    def serve(self, request, *args, outlet=None, **kwargs):
        if outlet is None and (request.method == "POST" or signing_up.DONE in request.GET):
            return signing_up.answer(self, request)
        return super().serve(request, *args, outlet=outlet, **kwargs)

    def issues_feed(self, request):
        return feed.issues(self, request)


class NewsletterPage(PreviewedAsMail, BasePage):
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
        help_text=_("Mail programs show up to 90 characters of it beside the subject. Empty: the summary."),
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
        *BasePage.warning_panels,
        *Page.content_panels,
        MultiFieldPanel(
            [counted("subject", LONGEST_SUBJECT), counted("preheader", LONGEST_PREHEADER)], IN_MAIL
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("first_day", widget=DayInput), FieldPanel("last_day", widget=DayInput)]
                )
            ],
            _("For which days?"),
        ),
        ItemsPanel("items", heading=_("What it tells of"), label=_("page"), max_num=MOST_ITEMS),
        WayInPanel(heading=_("What else could go in"), icon="plus"),
        FieldPanel("body"),
        MultiFieldPanel(["summary", "picture"], _("On the website"), classname="collapsed"),
        MultiFieldPanel(
            [
                FieldPanel("for_topics", widget=forms.CheckboxSelectMultiple),
                FieldPanel("for_audiences", widget=forms.CheckboxSelectMultiple),
            ],
            _("Who gets it?"),
            classname="collapsed",
        ),
    ]
    base_form_class = NewsletterForm
    unread = {*NOT_READ, "subject", "preheader"}
    page_description = _("One issue of the newsletter: on the web, and by mail.")
    parent_page_types = ["newsletters.NewsletterIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("newsletter issue")
        verbose_name_plural = _("newsletter issues")

    def get_context(self, request, *args, **kwargs):
        letter = Letter(sections(self, timezone.now(), words=self))
        return {
            **super().get_context(request, *args, **kwargs),
            "letter": letter,
            "parts": letter.placed,
            "issued": self.original.first_published_at,
            "index": self.pk and goal(self.get_parent()),
        }


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
        return str(self.about) if self.is_in else _("%(title)s (not ticked)") % {"title": self.about}


class Preparation(models.Model):
    """A month for which a draft was prepared. It outlives the draft, so that none comes again."""

    index = models.ForeignKey(NewsletterIndexPage, models.CASCADE, related_name="+")
    month = models.DateField()
    issue = models.OneToOneField(NewsletterPage, models.SET_NULL, null=True, related_name="preparation")

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["index", "month"], name="one_draft_for_each_month")]

    def __str__(self):
        return f"{self.month:%Y-%m}"


class Told(models.Model):
    """What those who got a mailing know of one date of an event, so that they can be told when it is not so.

    `event` and `original` name the date, as `Occurrence` does. A correction that was sent changes the rest,
    and `version` with it. `dismissed` is the mark of a change that somebody decided to say nothing of.
    """

    mailing = models.ForeignKey("mailings.Mailing", models.CASCADE, related_name="told")
    event = models.UUIDField()
    original = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State.choices)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    is_whole_day = models.BooleanField(default=False)
    room = models.ForeignKey("places.Room", models.SET_NULL, null=True, related_name="+")
    version = models.PositiveSmallIntegerField(default=0)
    dismissed = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["mailing", "event", "original"], name="told_once")]
        indexes = [models.Index(fields=["starts"])]

    def __str__(self):
        return f"{self.event} {self.starts:%Y-%m-%d %H:%M}"
