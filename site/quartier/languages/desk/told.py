"""The facts of a page in plain words, for those who translate it and cannot change them here."""

from datetime import date, time

from django.db.models import BooleanField, ManyToManyField
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, InlinePanel

from pages.several import SeveralField


def facts_told(original) -> list[tuple[str, list[str]]]:
    """Each fact that is known, in the order of the form: what it is called, and what is so."""
    told, known = [], set()
    for name, panel in _in_order(original.get_edit_handler()):
        if name in original.facts and name not in known:
            known.add(name)
            if words := _words(original, name):
                told.append((capfirst(panel.heading or panel.db_field.verbose_name), words))
    return told


def _in_order(panel):
    if isinstance(panel, FieldPanel):
        yield panel.field_name, panel
    elif isinstance(panel, InlinePanel):
        yield panel.relation_name, panel
    else:
        for child in getattr(panel, "children", ()):
            yield from _in_order(child)


def _words(page, name):
    field = page._meta.get_field(name)
    if field.one_to_many or isinstance(field, ManyToManyField):
        return [_said(each) for each in getattr(page, name).all()]
    value = getattr(page, name)
    if isinstance(field, BooleanField):
        return [_("yes")] if value else []
    if isinstance(field, SeveralField):
        names = dict(field._pairs())
        return [str(names.get(each, each)) for each in value]
    if field.choices:
        value = getattr(page, f"get_{name}_display")()
    return [_said(value)] if value not in (None, "") and str(value) else []


def _said(value):
    day = getattr(value, "day", value)
    if isinstance(day, date):
        return date_format(day)
    if isinstance(value, time):
        return date_format(value, "TIME_FORMAT")
    return number_format(value) if isinstance(value, int | float) else str(value)
