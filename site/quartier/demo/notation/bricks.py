"""From a brick as data files write it to what Wagtail stores, by walking the block's definition."""

from uuid import uuid4

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from quartier.demo.notation.faults import Fault, at, listed
from quartier.demo.notation.prose import prose


def laid(block, value, shelf):
    """The checked value of a whole stream. Raises Fault where an editor would be stopped from publishing."""
    laid_down = block.to_python(raw(block, value, shelf))
    with at():
        return block.clean(laid_down)


def raw(block, value, shelf):
    """The value in Wagtail's own storage form, with every reference found on the shelf."""
    for kind, convert in CONVERTERS:
        if isinstance(block, kind):
            return convert(block, value, shelf)
    return value


def _image(block, value, shelf):
    if value is None:
        return None
    if not isinstance(value, dict):
        picture = shelf.get(block.child_blocks["image"].target_model, value)
        return {"image": picture.pk, "decorative": False, "alt_text": picture.default_alt_text}
    return _struct(block, value, shelf)


def _struct(block, value, shelf):
    if not isinstance(value, dict):
        raise Fault(f"here belongs a mapping with: {', '.join(block.child_blocks)}")
    if unknown := [name for name in value if name not in block.child_blocks]:
        raise Fault(f"unknown: {', '.join(unknown)}; here belongs: {', '.join(block.child_blocks)}")
    done = {}
    for name, child in block.child_blocks.items():
        with at(name):
            if name in value:
                done[name] = raw(child, value[name], shelf)
    return done


def _stream(block, value, shelf):
    done = []
    for number, brick in enumerate(listed(value), 1):
        if not isinstance(brick, dict) or len(brick) != 1:
            raise Fault("each brick is written as “- name: value”", f"{number}.")
        (name, inner), *_ = brick.items()
        with at(f"{number}. {name}"):
            if name not in block.child_blocks:
                raise Fault(f"there is no such brick here, but: {', '.join(block.child_blocks)}")
            inner = raw(block.child_blocks[name], inner, shelf)
        done.append({"type": name, "value": inner, "id": str(uuid4())})
    return done


def _items(block, value, shelf):
    done = []
    for number, item in enumerate(listed(value), 1):
        with at(f"{number}."):
            inner = raw(block.child_block, item, shelf)
        done.append({"type": "item", "value": inner, "id": str(uuid4())})
    return done


def _prose(block, value, shelf):
    return prose(value, shelf)


def _chosen(block, value, shelf):
    return None if value is None else shelf.get(block.model_class, value).pk


CONVERTERS = [
    (ImageBlock, _image),
    (blocks.StructBlock, _struct),
    (blocks.StreamBlock, _stream),
    (blocks.ListBlock, _items),
    (blocks.RichTextBlock, _prose),
    (blocks.ChooserBlock, _chosen),
]
