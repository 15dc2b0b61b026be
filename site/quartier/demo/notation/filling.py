"""Fill any model from a mapping of field names to values, as its own fields understand them."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.tongues import TonguesField
from quartier.demo.notation.bricks import laid
from quartier.demo.notation.days import day, moment
from quartier.demo.notation.faults import Fault, at, listed

# Lines that can be written short: [1, "09:00", "18:00"] for a time, "/kontakt/" for a link.
SHORT = {
    "OpeningTime": ("weekday", "opens", "closes"),
    "FooterLink": ("page",),
    "ServiceTime": ("weekday", "starts", "ends", "note"),
    "Funding": ("funder", "first_day", "last_day"),
    "Tariff": ("group", "price", "unit"),
    "ScheduleLine": ("first_day", "starts", "ends"),
    "LeftOutDay": ("day",),
}
# What a line that is translated takes over from its page when that is saved.
OF_ITS_PAGE = ["locale", "translation_key"]


class Filler:
    """Knows what can be referred to, and which day is today."""

    def __init__(self, shelf, today):
        self.shelf, self.today = shelf, today

    def fill(self, instance, values, leave=()):
        """Set what `values` names, and check the whole but for the fields in `leave`. Raises Fault."""
        self.assign(instance, values)
        with at():
            instance.full_clean(exclude=leave)
        return instance

    def assign(self, instance, values):
        """Set each field and each list of lines named in `values`. Raises Fault."""
        children = {relation.name: relation for relation in get_all_child_relations(type(instance))}
        for name, value in values.items():
            with at(name):
                if name in children:
                    lines = [
                        self._line(children[name], line, number) for number, line in enumerate(listed(value))
                    ]
                    setattr(instance, name, lines)
                else:
                    self._set(instance, _field(type(instance), name), value)
        return instance

    def _set(self, instance, field, value):
        if isinstance(field, StreamField):
            value = laid(field.stream_block, value, self.shelf)
        elif isinstance(field, models.ManyToManyField):
            value = [self.shelf.get(field.related_model, key) for key in listed(value)]
        elif isinstance(field, models.ForeignKey):
            value = value and self.shelf.get(field.related_model, value)
        elif isinstance(field, models.DateTimeField) and isinstance(value, str):
            value = moment(value, self.today)
        elif isinstance(field, models.DateField) and isinstance(value, str):
            value = field.to_python(day(value, self.today))
        elif isinstance(field, TonguesField):
            value = listed(value)
        else:
            value = field.to_python(value)
        setattr(instance, field.name, value)

    def _line(self, relation, values, number):
        model = relation.related_model
        with at(f"{number + 1}."):
            values = values if isinstance(values, dict) else _in_full(model, values)
            return self.fill(model(sort_order=number), values, leave=[relation.field.name, *OF_ITS_PAGE])


def _in_full(model, values):
    """A line that was written short, with the names of its fields."""
    values, names = values if isinstance(values, list) else [values], SHORT.get(model.__name__, ())
    if len(values) > len(names):
        raise Fault(
            f"too much in one line; here belongs: {', '.join(names)}"
            if names
            else "here belongs a mapping of names to values"
        )
    return dict(zip(names, values, strict=False))


def _field(model, name):
    fields = {field.name: field for field in model._meta.get_fields() if getattr(field, "editable", False)}
    if name not in fields:
        raise Fault(f"a {model._meta.model_name} has no such field")
    return fields[name]


def may_lead_to_pages(model, name):
    """Whether a page's field can name other pages, which must all stand before it is filled."""
    field = model._meta.get_field(name)
    if field.one_to_many:
        return any(map(_leads_to_a_page, field.related_model._meta.fields))
    return isinstance(field, StreamField) or _leads_to_a_page(field)


def _leads_to_a_page(field):
    """The page that a line belongs to is not one that it names."""
    is_named = isinstance(field, models.ForeignKey) and not isinstance(field, ParentalKey)
    return is_named and issubclass(field.related_model, Page)
