"""The form in which an editor writes any page."""

import re
from itertools import count

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import SlugInput
from wagtail.models import Page

from blocks.blanks import blanks, has_lone_brackets
from pages import once
from pages.easy.forms import CheckedForm
from pages.latin import address, replacements
from pages.panels import SMALL_CHANGE, facts_of, is_translation

TITLE_WITH_BLANK = _(
    "Something in double brackets is still to be filled in here. "
    "A page can be published once its title is complete."
)

ADDRESS = MultiFieldPanel(
    [
        FieldPanel(
            "slug", heading=_("Address"), help_text=_("Its last part. The old address leads here, too.")
        ),
        FieldPanel(
            "show_in_menus",
            heading=_("Show in the main menu"),
            help_text=_("For pages directly below the home page."),
        ),
    ],
    _("Address and menu"),
)
FOR_SEARCH_ENGINES = MultiFieldPanel(
    ["seo_title", "search_description"], _("For search engines"), classname="collapsed"
)


class PageForm(CheckedForm, WagtailAdminPageForm):
    """Holds back a title with a blank, and gives a page that was never public an address of its own.

    The address instead of an error on another tab: two pages may be called alike. While a page is new its
    address follows its title, so nobody chose it, and nobody has to change it.

    A translation has no field for a fact: what somebody sends for one is not even read.
    """

    is_small_change = forms.BooleanField(
        label=_("Small change: translations stay current"),
        required=False,
        widget=forms.CheckboxInput({"aria-describedby": "id_is_small_change_help"}),
        help_text=_(
            "For a corrected typing error, say. Without the tick, whoever reads a translation is told that "
            "this text is newer, if you changed it. Other dates, times or places need no tick."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.locale_id is None and self.parent_page is not None:
            self.instance.locale = self.parent_page.locale  # the preview of a page that is not saved yet
        if self.instance.pk is None:
            self.fields[once.FIELD] = once.key_field()
        elif is_translation(self.instance):
            self._leave_out_facts()
        if not _has_published_translations(self.instance):
            del self.fields[SMALL_CHANGE]
        if "slug" in self.fields and self._spells_its_address():
            self.fields["slug"].widget = _address_input(self.instance.locale)

    def _leave_out_facts(self):
        for name in facts_of(type(self.instance)):
            self.fields.pop(name, None)
            self.formsets.pop(name, None)

    def save(self, commit=True):
        self.instance.is_small_change = self.cleaned_data.get(SMALL_CHANGE, False)
        return super().save(commit)

    def clean_title(self):
        title = self.cleaned_data["title"]
        if not self.is_deferred_validation and (blanks(title) or has_lone_brackets(title)):
            raise ValidationError(TITLE_WITH_BLANK)
        return title

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if not slug or self.instance.first_published_at:
            return slug
        if self._spells_its_address():
            slug = address(slug, self.instance.locale.language_code) or slug
        names = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
        return next(name for name in names if Page._slug_is_available(name, self.parent_page, self.instance))

    def _spells_its_address(self):
        """Whether it is written in Latin letters; one from before that was so stays as it is."""
        return self.instance.slug.isascii()


def _address_input(locale):
    """Follows the title in the browser, with the very letters that the server would take."""
    spelt = [
        (re.compile(letters, re.IGNORECASE), plain) for letters, plain in replacements(locale.language_code)
    ]
    return SlugInput(formatters=spelt, locale=locale)


def _has_published_translations(page):
    if page.pk is None or not page.live or is_translation(page):
        return False
    return page.get_translations().live().exists()
