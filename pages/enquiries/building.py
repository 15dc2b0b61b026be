"""From the questions of a form page to a form that can be filled in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from pages.enquiries.asking import consent, said
from pages.enquiries.intake.uploads import ENDINGS, check
from pages.enquiries.kinds import Kind, autocomplete

LONGEST_LINE, LONGEST_TEXT, LONGEST_PHONE = 500, 5000, 60
COPY, CONSENT = "q-copy", "q-consent"
"""A hyphen is in no name of a question."""
CONTROL = ("input", "form__input")


class EnquiryForm(BaseForm):
    """The questions, and what the page adds: consent and a copy."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if asked := consent(self.page):
            self.fields[CONSENT] = forms.BooleanField(
                label=asked, error_messages={"required": _("Without this we may not read it.")}
            )
        if self.page.offers_copy and self.page.asks_for_mail():
            self.fields[COPY] = forms.BooleanField(label=_("Please send me a copy by e-mail"), required=False)

    def clean(self):
        cleaned = super().clean()
        asks = [name for name, field in self.fields.items() if isinstance(field, forms.EmailField)]
        if cleaned.get(COPY) and not any(cleaned.get(name) or name in self.errors for name in asks):
            self.add_error(COPY, _("Where to? Please type your e-mail address above."))
        return cleaned

    @property
    def answers(self):
        """The questions with what was answered, in order, without what the page adds."""
        return {name: self.cleaned_data[name] for name in self.fields if name not in (CONSENT, COPY)}

    @property
    def has_files(self):
        return any(isinstance(field, forms.FileField) for field in self.fields.values())

    def mail(self):
        """Where the sender can be answered, if that was asked and told."""
        asks = [name for name, field in self.fields.items() if isinstance(field, forms.EmailField)]
        return next((self.cleaned_data[name] for name in asks if self.cleaned_data.get(name)), "")


class Builder(FormBuilder):
    """Native inputs with the keyboard and the memory of the phone behind them."""

    def get_field_options(self, field):
        return {
            "label": said(field, "label"),
            "help_text": said(field, "help_text"),
            "required": field.required,
            "error_messages": {"required": _("Please answer this.")},
        }

    def get_form_class(self):
        return type("Enquiry", (EnquiryForm,), self.formfields)

    def create_singleline_field(self, field, options):
        return forms.CharField(max_length=LONGEST_LINE, widget=_input(field, "text"), **options)

    def create_multiline_field(self, field, options):
        widget = forms.Textarea({**_attributes(field), "rows": 6})
        return forms.CharField(max_length=LONGEST_TEXT, widget=widget, **options)

    def create_email_field(self, field, options):
        options["error_messages"]["invalid"] = _("This is no e-mail address. It looks like name@example.org.")
        widget = _input(field, "email", inputmode="email", spellcheck="false", dir="ltr")
        return forms.EmailField(max_length=254, widget=widget, **options)

    def create_phone_field(self, field, options):
        invalid = _("This is no phone number. Digits, spaces and signs like + ( ) / - are fine.")
        widget = _input(field, "tel", inputmode="tel", dir="ltr")
        options["error_messages"]["invalid"] = invalid
        return forms.RegexField(
            r"^[\d\s()+/.,;:#*-]*\d[\d\s()+/.,;:#*-]*$", max_length=LONGEST_PHONE, widget=widget, **options
        )

    def create_date_field(self, field, options):
        options["error_messages"]["invalid"] = _("This is no date. It looks like 24.12.2026.")
        widget = forms.DateInput({**_attributes(field), "type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, localize=False, **options)

    def create_number_field(self, field, options):
        options["error_messages"]["invalid"] = _("This is no number. Digits are enough, like 12.")
        widget = _input(field, "text", inputmode="decimal")
        return forms.DecimalField(max_digits=12, decimal_places=4, localize=True, widget=widget, **options)

    def create_radio_field(self, field, options):
        options["error_messages"]["required"] = _("Please choose one.")
        return forms.ChoiceField(choices=field.pairs, widget=forms.RadioSelect, **options)

    def create_checkboxes_field(self, field, options):
        options["error_messages"]["required"] = _("Please choose at least one.")
        return forms.MultipleChoiceField(choices=field.pairs, widget=forms.CheckboxSelectMultiple, **options)

    def create_checkbox_field(self, field, options):
        options["error_messages"]["required"] = _("Please tick this.")
        return forms.BooleanField(**options)

    def create_file_field(self, field, options):
        widget = forms.FileInput({"class": "form__file", "accept": ",".join(f".{each}" for each in ENDINGS)})
        return forms.FileField(max_length=1000, validators=[check], widget=widget, **options)


def kind_of(field):
    """The kind of a built field, for templates that draw each kind in its own way."""
    if isinstance(field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choice"
    if isinstance(field, forms.BooleanField):
        return "tick"
    return "file" if isinstance(field, forms.FileField) else "input"


def _attributes(field, **more):
    known = autocomplete(field.field_type, field.meaning)
    attributes = {"class": "form__input", "dir": "auto", **({"autocomplete": known} if known else {})}
    if field.field_type == Kind.LINES:
        attributes["class"] += " form__input--text"
    return {**attributes, **more}


def _input(field, kind, **more):
    return forms.TextInput({**_attributes(field, **more), "type": kind})
