"""Lay the bricks of a translation beside those of the original, so that each has the name of its twin."""

from copy import copy

from django.utils.translation import override
from wagtail.fields import StreamField

from quartier.demo.notation.faults import Fault, at


class Twin:
    """A page as its translation will be, brick for brick; `names` tells of each brick which one it is."""

    def __init__(self, original, texts, language, filler):
        self.names = {}
        _refuse_gaps(original, texts)
        self.page = copy(original)
        with override(language):
            filler.assign(self.page, texts)
        for name in texts:
            field = original._meta.get_field(name)
            if isinstance(field, StreamField):
                with at(name):
                    self._align(field, getattr(original, name), getattr(self.page, name))

    def _align(self, field, theirs, mine):
        aligned = self._like(theirs.get_prep_value(), mine.get_prep_value())
        setattr(self.page, field.name, field.stream_block.to_python(aligned))

    def _like(self, theirs, mine):
        if isinstance(mine, dict) and isinstance(theirs, dict):
            return {name: self._inside(name, theirs.get(name), value) for name, value in mine.items()}
        if _are_bricks(mine) or _are_bricks(theirs):
            return self._bricks(theirs, mine)
        return mine

    def _inside(self, name, theirs, mine):
        with at(name):
            return self._like(theirs, mine)

    def _bricks(self, theirs, mine):
        kinds, wanted = _kinds(mine), _kinds(theirs)
        if kinds != wanted:
            raise Fault(f"the bricks differ: here {_told(kinds)}, in the original {_told(wanted)}")
        return [self._brick(number, *pair) for number, pair in enumerate(zip(theirs, mine, strict=True), 1)]

    def _brick(self, number, theirs, mine):
        place = f"{number}." if mine["type"] == "item" else f"{number}. {mine['type']}"
        self.names[theirs["id"]] = place
        with at(place):
            value = self._like(theirs["value"], mine["value"])
        return {"type": mine["type"], "value": value, "id": theirs["id"]}


def _refuse_gaps(original, texts):
    for name in original.texts:
        if name not in texts and not original._meta.get_field(name).one_to_many and getattr(original, name):
            raise Fault("this is missing", name)


def _are_bricks(value):
    return isinstance(value, list) and any(isinstance(each, dict) and "id" in each for each in value)


def _kinds(bricks):
    return [brick["type"] for brick in bricks or []]


def _told(kinds):
    return ", ".join(kinds) or "none"
