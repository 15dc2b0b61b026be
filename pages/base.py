"""What every page of the site shares."""

from typing import ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from pages.blanks import blanks_panel
from pages.editing import ADDRESS, FOR_SEARCH_ENGINES, PageForm
from pages.findable import Findable
from pages.serving import Served


class FactsAndTexts(Findable):
    """Names its fields once: `facts` are typed once and hold in all languages, `texts` are translated."""

    facts: ClassVar[list[str]] = []
    texts: ClassVar[list[str]] = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.override_translatable_fields = [
            *map(SynchronizedField, cls.facts),
            *map(TranslatableField, cls.texts),
        ]


class BasePage(FactsAndTexts, Served, Page):
    """A page with a summary, a picture and topics, rendered from templates/pages/<room>/<page_type>.html."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences. They appear below the title, in lists and in search results."),
    )
    picture = models.ForeignKey(
        "pictures.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Stands at the top of the page and wherever the page is announced."),
    )
    topics = ParentalManyToManyField(
        "topics.Topic",
        blank=True,
        related_name="+",
        verbose_name=_("topics"),
        help_text=_("So that people find the page when they look for a topic."),
    )

    facts = ["picture", "topics", "fundings"]
    texts = ["title", "slug", "seo_title", "search_description", "summary"]

    introduction_panels = [blanks_panel(), *Page.content_panels, "summary", "picture"]
    finding_panels = [FieldPanel("topics", widget=forms.CheckboxSelectMultiple)]
    funding_panels = [
        InlinePanel("fundings", heading=_("Who pays for it"), label=_("funding"), classname="collapsed")
    ]
    address_panels, engine_panels = [ADDRESS], [FOR_SEARCH_ENGINES]
    content_panels = introduction_panels
    promote_panels = [*address_panels, *finding_panels, *funding_panels, *engine_panels]
    base_form_class = PageForm
    allowed_http_methods = ["GET", "HEAD", "OPTIONS"]
    admin_default_ordering = "ord"
    exclude_fields_in_copy = ["go_live_at", "expire_at"]  # a copy, or a translation, has no time of its own
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def texts_to_find(self):
        yield from super().texts_to_find()
        yield from map(str, self.topics.all())
