"""A page with a form."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import FormMixin

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.contact import contact_field
from pages.enquiries.asking import questions
from pages.enquiries.building import Builder
from pages.enquiries.editing import FormPageForm
from pages.enquiries.intake import answering
from pages.enquiries.kinds import Kind, Purpose
from pages.enquiries.models.submission import Submission
from pages.enquiries.subject import query_for
from pages.findable import NOT_READ


class FormPage(FormMixin, BasePage):
    """Asks residents something, tells the right person, and forgets it again in time."""

    purpose = models.CharField(
        _("what is the form for?"), max_length=12, choices=Purpose.choices, default=Purpose.CONTACT
    )
    contact = contact_field(_("who gets the mail?"), _("Empty: it goes to the address of the house."))
    offers_copy = models.BooleanField(
        _("offer a copy"),
        default=False,
        help_text=_("Who writes may have a copy by mail. Needs a question for the e-mail address."),
    )
    retention_days = models.PositiveSmallIntegerField(
        _("days until deletion"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(730)],
        help_text=_("What was sent deletes itself after so many days. Shorter is better."),
    )
    body = BlockField(BodyStream(), verbose_name=_("content above the form"), blank=True)
    consent = models.TextField(
        _("consent"),
        max_length=600,
        blank=True,
        help_text=_(
            "Only if the law asks for it: a sentence that has to be ticked. "
            "That you use the answers for this request, and when they are deleted, is said in any case."
        ),
    )
    thanks = models.TextField(
        _("thank-you"),
        max_length=600,
        blank=True,
        help_text=_("What happens next, and when: “We answer within three days.”"),
    )

    facts = [*BasePage.facts, "purpose", "contact", "offers_copy", "retention_days"]
    texts = [*BasePage.texts, "body", "form_fields", "consent", "thanks"]
    unread = NOT_READ | {"form_fields", "consent", "thanks"}

    content_panels = [
        *BasePage.introduction_panels,
        "body",
        InlinePanel(
            "form_fields",
            heading=_("Questions"),
            label=_("question"),
            help_text=_(
                "Ask as little as you can: each question less brings more answers, and less to protect."
            ),
        ),
        MultiFieldPanel(["purpose", "contact", "offers_copy"], _("Where it goes")),
        MultiFieldPanel(["thanks", "consent", FieldRowPanel(["retention_days"])], _("Afterwards")),
    ]
    page_description = _("A form: contact, enquiry, registration.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = []
    base_form_class = FormPageForm
    form_builder = Builder
    allowed_http_methods = ["GET", "HEAD", "OPTIONS", "POST"]

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    def get_submission_class(self):
        return Submission

    def get_submissions_list_view_class(self):
        # by name: what editors see is built on these models
        return import_string("pages.enquiries.desk.views.SubmissionsView")

    def get_form_fields(self):
        return questions(self)

    def get_submissions(self):
        """Those in all languages are kept with the original."""
        return Submission.objects.filter(page=self.original)

    def get_data_fields(self):
        return [("submit_time", _("Received")), *self.asked(), ("about", _("About"))]

    def asked(self):
        """Name and label of each question, and of those that only older answers have."""
        known = {field.clean_name: field.label for field in self.get_form_fields()}
        for entries in self.get_submissions().values_list("entries", flat=True):
            for entry in entries:
                known.setdefault(entry["name"], entry["label"])
        return list(known.items())

    def asks_for_mail(self):
        return any(field.field_type == Kind.MAIL for field in self.get_form_fields())

    def address_for(self, page):
        """Where one asks about a service or a room with this form: its address with the page in the query."""
        query = query_for(page)
        return f"{self.url}?{query}" if self.url and query else self.url

    def serve(self, request, *args, **kwargs):
        return answering.answer(self, request)

    def serve_preview(self, request, mode_name):
        request.is_preview = True
        return answering.preview(self, request, mode_name)
