"""A short text kept in every language beside the fact it names: a topic, a role, an alternative text."""

from html import unescape
from typing import ClassVar

from django import forms
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html, strip_tags
from django.utils.translation import get_language, get_language_info

LONGEST_LINE = 255
"""Characters that still fit on one line of a form; longer texts get a box."""


class Wording(dict):
    """Language code to text; as a string it speaks the active language, else the nearest one it has."""

    def in_language(self, code):
        """The text for `code`, its base language, the site's own, or whatever there is; and its language."""
        for candidate in (code, (code or "").split("-")[0], settings.LANGUAGE_CODE, *self):
            if self.get(candidate):
                return self[candidate], candidate
        return "", code

    @property
    def text(self):
        return self.in_language(get_language())[0]

    @property
    def language(self):
        """The language that `text` is really in, for a `lang` attribute."""
        return self.in_language(get_language())[1]

    def __str__(self):
        return self.text

    def __bool__(self):
        return any(self.values())


def marked(text, language):
    """A text as it stands on a page; where it is not in the reader's language, its own is told."""
    if not text or language in ("", get_language()):
        return text
    return format_html('<span lang="{}" dir="{}">{}</span>', language, direction(language), text)


def direction(language) -> str:
    """In which direction a language is written; that of the letters, where nobody knows the language."""
    try:
        return "rtl" if get_language_info(language)["bidi"] else "ltr"
    except KeyError:
        return "auto"


def with_plain_breaks(text) -> str:
    """A text with one sign for the end of a line: browsers send two."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain(words) -> str:
    """Without the elements that `marked` and others put around words: for where only text can stand."""
    return unescape(strip_tags(str(words)))


def languages():
    """Codes and names, the site's own language first."""
    return sorted(settings.LANGUAGES, key=lambda language: language[0] != settings.LANGUAGE_CODE)


def spoken_by_the_house():
    """The codes of the languages that readers can choose beside the site's own. One query."""
    centres = apps.get_model("centre", "Centre").objects.values_list("languages", flat=True)
    return {code for codes in centres for code in codes}


class WordingWidget(forms.MultiWidget):
    """One input for each language of the house: the site's own in sight, the others folded away.

    What was written in a language that has been switched off since stays in sight with them.
    """

    template_name = "widgets/wording.html"
    spoken = None
    """The codes that are asked for, where somebody has looked them up for many of these at once."""

    class Media:
        css: ClassVar = {"all": ["css/widgets/wording.css"]}

    def __init__(self, attrs=None, max_length=None):
        self.languages = languages()
        attrs = attrs or {}
        if max_length:
            attrs = {"maxlength": max_length, **attrs}
        kind = forms.TextInput
        if max_length and max_length > LONGEST_LINE:
            kind, attrs = forms.Textarea, {"rows": 3, **attrs}
        super().__init__(
            {code: kind({"lang": code, "dir": direction(code), **attrs}) for code, _name in self.languages}
        )

    def decompress(self, value):
        return [(value or {}).get(code, "") for code, _name in self.languages]

    def id_for_label(self, id_):
        """The field's label belongs to the input in sight; it names the group of the others too."""
        return f"{id_}_0" if id_ else id_

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        inputs = context["widget"]["subwidgets"]
        for each, (code, label) in zip(inputs, self.languages, strict=True):
            each["code"], each["language"] = code, label
        spoken = spoken_by_the_house() if self.spoken is None else self.spoken
        others = [each for each in inputs[1:] if each["code"] in spoken or each["value"]]
        context["own"], context["others"] = inputs[0], others
        context["filled"] = sum(bool(each["value"]) for each in inputs[1:])
        return context


class WordingFormField(forms.MultiValueField):
    """The form's side of a wording; the site's own language is the one that may be required."""

    def __init__(self, *, max_length=None, **kwargs):
        kwargs.pop("encoder", None), kwargs.pop("decoder", None)
        self.languages = languages()
        kwargs["widget"] = WordingWidget(max_length=max_length)
        fields = [forms.CharField(required=False, max_length=max_length) for _language in self.languages]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list):
        codes = [code for code, _name in self.languages]
        texts = zip(codes, data_list, strict=False)
        return Wording({code: with_plain_breaks(text) for code, text in texts if text})

    def clean(self, value):
        wording = super().clean(value) or Wording()
        if self.required and not wording.get(settings.LANGUAGE_CODE):
            raise ValidationError(self.error_messages["required"], code="required")
        return wording

    def has_changed(self, initial, data):
        before = {code: with_plain_breaks(text) for code, text in (initial or {}).items()}
        return self.compress(data or []) != before


class WordingField(models.JSONField):
    """A short text in many languages, in one column."""

    def __init__(self, *args, max_length=255, **kwargs):
        self.longest = max_length
        super().__init__(*args, **{"default": Wording, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "max_length": self.longest}

    def from_db_value(self, value, expression, connection):
        return Wording(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value):
        if isinstance(value, str):
            return Wording({settings.LANGUAGE_CODE: value}) if value else Wording()
        return Wording(value or {})

    def pre_save(self, instance, add):
        value = self.to_python(getattr(instance, self.attname))
        setattr(instance, self.attname, value)
        return value

    def clean(self, value, instance):
        value = self.to_python(value)
        if not self.blank and not value:
            raise ValidationError(self.error_messages["blank"], code="blank")
        return value

    def formfield(self, **kwargs):
        return models.Field.formfield(
            self,
            **{
                "form_class": WordingFormField,
                "max_length": self.longest,
                "show_hidden_initial": False,
                **kwargs,
            },
        )

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, name, _SpeakingAttribute(name))


class _SpeakingAttribute:
    """Whatever is assigned reads back as a Wording."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.name not in instance.__dict__:
            instance.refresh_from_db(fields=[self.name])
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        if isinstance(value, str):
            value = {settings.LANGUAGE_CODE: value} if value else {}
        instance.__dict__[self.name] = Wording(value or {})
