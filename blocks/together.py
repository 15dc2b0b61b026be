"""What the bricks of a page point to, fetched together: a query per kind of thing, not one per brick."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from copy import copy

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

_shelf = ContextVar("things that have been fetched, by model and key", default=None)


class Together:
    """For choosers. Where nothing was fetched before, each asks for itself, as in Wagtail."""

    leads_on = False  # whether the things hold bricks of their own that are shown

    def things(self):
        return self.model_class.objects.all()

    def look_up(self, keys: list) -> list:
        """The things with these keys, in order, None for a key that leads nowhere."""
        found = self.things().in_bulk({key for key in keys if key})
        return [found.get(key) for key in keys]

    def fetch(self, keys: list) -> list:
        """The same, for readers."""
        return self.look_up(keys)

    def prepare(self, things: list):
        """Fetch what this brick tells of these things besides, for all of them at once."""

    def streams(self, thing) -> list:
        """The bricks of a thing that are shown; see `leads_on`."""
        return []

    def key(self, stored):
        return stored

    def pointers(self, stored):
        """What is stored, as pointers: a chooser and a key."""
        if key := self.key(stored):
            yield self, key

    def bulk_to_python(self, values):
        keys = [self.key(value) for value in values]
        known = (_shelf.get() or {}).get(self.model_class)
        if known is None or not known.keys() >= {key for key in keys if key}:
            things = self.look_up(keys)
            self.prepare(things)
            known = dict(zip(keys, things, strict=True))
        return [copy(known.get(key)) for key in keys]


class ThingBlock(Together, SnippetChooserBlock):
    """Something that is kept in a list of its own: a topic, opening hours."""


class KnownThingBlock(ThingBlock):
    """A thing of which readers need no more than which one it is: for them it is never looked up."""

    def fetch(self, keys):
        name = self.model_class._meta.pk.attname
        return [self.model_class.from_db(None, [name], [key]) for key in keys]


def fetch_together(streams):
    """Bring in all that these streams show, and return it: {model: {key: thing}}."""
    found, streams = {}, list(streams)
    token = _shelf.set(found)
    try:
        pointers = list(_in_streams(streams))
        leading = [pointer for pointer in pointers if pointer[0].leads_on]
        _fetch(leading, found)
        streams += _further(leading, found)
        _fetch([pointer for pointer in _in_streams(streams) if not pointer[0].leads_on], found)
        for stream in streams:
            list(stream)
    finally:
        _shelf.reset(token)
    return found


def _further(pointers, found):
    """The bricks of the things that were pointed to, each once."""
    blocks_of = {(block.model_class, key): block for block, key in pointers}
    for (model, key), block in blocks_of.items():
        if thing := found[model][key]:
            yield from block.streams(thing)


def _fetch(pointers, found):
    choosers, keys, keys_of_kind = {}, defaultdict(dict), defaultdict(dict)
    for block, key in pointers:
        kind = type(block), block.model_class
        choosers[kind] = choosers[block.model_class] = block
        keys[block.model_class][key] = keys_of_kind[kind][key] = True
    for model, wanted in keys.items():
        found[model] = dict(zip(wanted, choosers[model].fetch(list(wanted)), strict=True))
    for (kind, model), wanted in keys_of_kind.items():
        choosers[kind, model].prepare([found[model][key] for key in wanted])


def _in_streams(streams) -> Iterator[tuple[Together, int]]:
    for stream in streams:
        yield from _pointers(stream.stream_block, list(stream.raw_data))


def _pointers(block, stored):
    """Each chooser in a brick with the key that is stored for it."""
    if hasattr(block, "pointers"):
        yield from block.pointers(stored)
    elif isinstance(block, blocks.BaseStreamBlock):
        for each in stored or ():
            if child := block.child_blocks.get(each["type"]):
                yield from _pointers(child, each["value"])
    elif isinstance(block, blocks.ListBlock):
        for item in stored or ():
            yield from _pointers(
                block.child_block, item["value"] if block._item_is_in_block_format(item) else item
            )
    elif isinstance(block, blocks.BaseStructBlock):
        values = stored if isinstance(stored, Mapping) else {"image": stored}
        for name, child in block.child_blocks.items():
            if values.get(name):
                yield from _pointers(child, values[name])
