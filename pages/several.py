"""Some of a fixed list, ticked in a form and kept as a list in one column."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class SeveralField(models.JSONField):
    """Values of `options` (value, label), in their order; the labels stay out of migrations."""

    default_error_messages = {"unknown": _("“%(value)s” is none of the choices.")}

    def __init__(self, verbose_name=None, options=(), **kwargs):
        self.options = options
        super().__init__(verbose_name, **{"default": list, "blank": True, **kwargs})

    @property
    def values(self):
        return [value for value, _label in self._pairs()]

    def to_python(self, value):
        if not isinstance(value, list | tuple | set):
            return []
        by_name = {str(known): known for known in self.values}
        return [by_name.get(str(each), each) for each in value]

    def validate(self, value, model_instance):
        for each in value:
            if each not in self.values:
                raise ValidationError(self.error_messages["unknown"], "unknown", {"value": each})

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            **{
                "choices": self._pairs,
                "coerce": lambda text: next(iter(self.to_python([text]))),
                "required": False,
                "label": self.verbose_name[:1].upper() + self.verbose_name[1:],
                "help_text": self.help_text,
                "widget": forms.CheckboxSelectMultiple,
                **{name: each for name, each in kwargs.items() if name == "widget"},
            }
        )

    def _pairs(self):
        return list(self.options() if callable(self.options) else self.options)
