"""Everything that data files can point to, under the name it has there."""

from collections import defaultdict
from difflib import get_close_matches

from django.utils.translation import override
from wagtail.models import Page

from quartier.demo.notation.faults import Fault


class Shelf:
    """Pictures, documents, people and so on by key; pages by address below the language, like "/kontakt/"."""

    def __init__(self):
        self._kept = defaultdict(dict)

    def put(self, key, thing):
        self._kept[_kind(type(thing))][key] = thing
        return thing

    def get(self, model, key):
        """The one called `key`. Raises Fault, with the nearest names, if there is none of this kind."""
        kept = self._kept[_kind(model)]
        if not isinstance(key, str):
            raise Fault(f"a reference has to be a text, not {key!r}")
        if key not in kept:
            near = " or ".join(get_close_matches(key, kept, 3))
            raise Fault(f"there is no {_name(model)} “{key}”" + (f"; is it {near}?" if near else ""))
        if not isinstance(kept[key], model):
            raise Fault(f"“{key}” is no {_name(model)}")
        return kept[key]

    def all(self, model):
        return list(self._kept[_kind(model)].values())


def _kind(model):
    return Page if issubclass(model, Page) else model


def _name(model):
    with override("en"):
        return str(model._meta.verbose_name)
