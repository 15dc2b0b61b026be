"""Posts for volunteers: what there is to do, how long it takes, what it takes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from blocks.field import BlockField
from blocks.reading import read
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.contact import contact_field
from pages.numbers import NumberField
from pages.tongues import TonguesField, names_of


class Expenses(models.TextChoices):
    """What a volunteer gets back."""

    NONE = "none", _("no expenses paid")
    ON_RECEIPT = "receipt", _("expenses paid on receipt")
    ALLOWANCE = "allowance", _("allowance for volunteers")


class VolunteerPostPage(BasePage):
    """One task somebody is wanted for; the summary says what it is."""

    hours = NumberField(
        _("hours a week"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(60)],
    )
    skills = models.TextField(
        _("what it takes"), max_length=400, blank=True, help_text=_("And what it does not take.")
    )
    languages = TonguesField(_("languages"), help_text=_("Those that one should speak a little."))
    expenses = models.CharField(
        _("expenses"), max_length=9, choices=Expenses.choices, default=Expenses.ON_RECEIPT
    )
    contact = contact_field(_("contact"))
    is_open = models.BooleanField(
        _("still open"), default=True, help_text=_("Untick it when someone was found.")
    )
    open_until = models.DateField(
        _("open until"), null=True, blank=True, help_text=_("Empty: until someone was found.")
    )
    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    facts = [
        *BasePage.facts,
        *("hours", "languages", "expenses", "contact", "is_open", "open_until"),
    ]
    texts = [*BasePage.texts, "skills", "body"]

    content_panels = [
        *BasePage.introduction_panels,
        FieldRowPanel(["hours", "expenses"]),
        "skills",
        "contact",
        MultiFieldPanel([FieldRowPanel(["is_open", "open_until"])], _("Still open?")),
        FieldPanel("body"),
        MultiFieldPanel(["languages"], _("Languages"), classname="collapsed"),
    ]
    page_description = _("A task that you are looking for a volunteer for.")
    parent_page_types = ["volunteering.VolunteeringPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("post for volunteers")
        verbose_name_plural = _("posts for volunteers")

    @property
    def is_open_now(self):
        return self.is_open_on(timezone.localdate())

    @property
    def tongues(self):
        """The languages in the reader's language."""
        return names_of(self.languages)

    def is_open_on(self, day):
        """Whether one can still apply on a day; the last day is included."""
        return self.is_open and (self.open_until is None or day <= self.open_until)


class VolunteeringPage(BasePage):
    """All posts, those still open first."""

    contact = contact_field(_("whom to ask"), _("For all who would like to help and do not know how yet."))
    body = BlockField(BodyStream(), verbose_name=_("content below the posts"), blank=True)

    facts = [*BasePage.facts, "contact"]
    texts = [*BasePage.texts, "body"]

    content_panels = [*BasePage.introduction_panels, "contact", "body"]
    page_description = _("All tasks that volunteers are wanted for.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = ["volunteering.VolunteerPostPage", "standard.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("volunteering")
        verbose_name_plural = _("volunteering")

    @cached_property
    def posts(self):
        """All that everybody may read, in the order of the menu."""
        below = VolunteerPostPage.objects.child_of(self.original).order_by("path")
        return read(below.defer_streamfields())

    @property
    def open_posts(self):
        today = timezone.localdate()
        return [post for post in self.posts if post.is_open_on(today)]

    @property
    def closed_posts(self):
        today = timezone.localdate()
        return [post for post in self.posts if not post.is_open_on(today)]
