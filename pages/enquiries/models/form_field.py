"""One question of a form."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.forms.models import AbstractFormField
from wagtail.models import TranslatableMixin

from pages.base import FactsAndTexts
from pages.enquiries.kinds import CHOICES, Kind, Meaning
from pages.wording import marked


class FormField(FactsAndTexts, TranslatableMixin, AbstractFormField):
    """What is asked, and how one answers. `clean_name` stays when the question is reworded."""

    page = ParentalKey("enquiries.FormPage", related_name="form_fields")
    label = models.CharField(
        _("question"), max_length=160, help_text=_("For example: “Your name”, “What is it about?”.")
    )
    field_type = models.CharField(
        _("how one answers"), max_length=16, choices=Kind.choices, default=Kind.LINE
    )
    field_type.required_on_save = True
    meaning = models.CharField(
        _("what does it tell of the person?"),
        max_length=16,
        choices=Meaning.choices,
        default=Meaning.NOTHING,
        blank=True,
        help_text=_("Then phones and browsers can fill it in, which helps many people."),
    )
    required = models.BooleanField(
        _("must be answered"), default=False, help_text=_("Only what you cannot do without.")
    )
    choices = models.TextField(
        _("choices"), blank=True, max_length=4000, help_text=_("One in each line. Only for a choice.")
    )
    help_text = models.CharField(
        _("help"),
        max_length=255,
        blank=True,
        help_text=_("One sentence below the question, if it needs one."),
    )
    choices_worded = models.TextField(blank=True, editable=False, default="")
    """Of a translation: the choices of the original that its own are the words for, line by line."""

    default_value = None
    worded = None  # the same question in the words of the page that is read; see pages.enquiries.asking
    is_foreign = False

    facts = ["clean_name", "field_type", "meaning", "required"]
    texts = ["label", "help_text", "choices"]

    panels = [
        "label",
        FieldRowPanel([FieldPanel("field_type", required_on_save=True), "required"]),
        "choices",
        "help_text",
        "meaning",
    ]

    class Meta(AbstractFormField.Meta, TranslatableMixin.Meta):
        abstract = False
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self):
        return self.label

    @property
    def options(self):
        """The choices, each once, in order."""
        return split(self.choices)

    @property
    def pairs(self):
        """Each choice with what it is called on the page that is read. What is kept is the choice itself."""
        if self.worded is None:
            return [(choice, choice) for choice in self.options]
        known, names = split(self.worded.choices_worded), self.worded.options
        words = dict(zip(known, names, strict=True)) if len(known) == len(names) else {}
        language = self.page.locale.language_code
        return [(choice, words.get(choice) or marked(choice, language)) for choice in self.options]

    def save(self, *args, **kwargs):
        """Words that were typed anew are those for the choices that the original has now."""
        group = FormField.objects.filter(translation_key=self.translation_key).order_by("page")
        first, before = group.exclude(pk=self.pk).first(), group.filter(pk=self.pk).first()
        if first and first.page_id < self.page_id and (not before or before.choices != self.choices):
            self.choices_worded = first.choices
        super().save(*args, **kwargs)

    @property
    def lacks_choices(self):
        return self.field_type in CHOICES and len(self.options) < 2


def split(choices):
    """One in each line, each once, in order."""
    return list(dict.fromkeys(filter(None, map(str.strip, choices.splitlines()))))
