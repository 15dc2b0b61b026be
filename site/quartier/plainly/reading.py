"""Reads a page or the fields of a form by the rules of its language: what is found, field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from blocks.heading import HeadingBlock
from pages.easy.checking import check_of, is_for_checking, last_check_of
from pages.easy.glossary import glossary
from quartier.plainly.engine.checking import Verdict, check
from quartier.plainly.engine.findings import Finding
from quartier.plainly.engine.sentences import HEADING, ITEM, PICTURE, Part
from quartier.plainly.prose import parts_of

LEVELS = {"de-simple": "leicht", "de": "plain"}
"""The languages that are read, and how strictly."""
NOT_READ = {"slug", "seo_title", "search_description"}
SINCE_THEN = date.max
"""The day of a change that came after the check, whenever that was: the text is another one now."""
CHOICES = (blocks.ChoiceBlock, blocks.MultipleChoiceBlock, blocks.ChooserBlock)


@dataclass(frozen=True)
class Field:
    """A field of a form, or a brick of a page, with what stands in it."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Found:
    """A finding with its place in the form: which field, which part of it."""

    finding: Finding
    field: int
    part: int
    text: str


def read(fields: Iterable[Field], language: str, **circumstances) -> tuple[Verdict, list[Found]]:
    """The verdict on a whole text, and its findings by field.

    `circumstances` are those of `check`: the sign within words, the glossary, who has read the text.
    """
    places = [
        (number, inside, part)
        for number, field in enumerate(fields)
        for inside, part in enumerate(field.parts)
    ]
    verdict = check([part for _field, _inside, part in places], LEVELS[language], **circumstances)
    found = []
    for finding in verdict.findings:
        number, inside, part = places[finding.part] if places else (0, 0, Part(""))
        found.append(Found(finding, number, inside, part.text))
    return verdict, found


def fields_of(page) -> list[Field]:
    """What an editor has written on a page, as it is in memory, in the order of its texts."""
    return [
        field
        for name in getattr(page, "texts", ["title"])
        if name not in NOT_READ
        for field in _field(page, name)
    ]


def _field(page, name) -> Iterator[Field]:
    field, value = page._meta.get_field(name), getattr(page, name)
    if isinstance(field, StreamField):
        for child in value or ():
            yield Field(str(child.block.label), tuple(_said(child.block, child.value)))
    elif isinstance(value, str) and value:
        kind = HEADING if name == "title" else "paragraph"
        yield Field(str(capfirst(field.verbose_name)), (Part(value, kind),))


def _said(block, value) -> Iterator[Part]:
    """The parts of a brick. What it merely points to is read where it is written."""
    if isinstance(block, ImageBlock | ImageChooserBlock):
        yield from [Part("", PICTURE)] if value else []
    elif value is None or isinstance(block, CHOICES):
        return
    elif isinstance(block, HeadingBlock):
        yield Part(value.get("text") or "", HEADING)
    elif isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            yield from _said(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from _said(block.child_block, item)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _said(child, value.get(name))
    elif isinstance(block, blocks.RichTextBlock):
        yield from parts_of(value.source)
    else:
        yield from (Part(str(text), ITEM) for text in block.get_searchable_content(value) if text)


def circumstances_of(page) -> dict:
    """What is known about the whole text beside its words: which are explained, who has read it, and when.

    Only texts in Leichte Sprache are read by a group, and only they explain words below their sentences.
    """
    if not is_for_checking(page):
        return {}
    check, last = check_of(page), last_check_of(page)
    return {
        "glossary": glossary(),
        "asks_who_read_it": True,
        "checked_on": last and last.on,
        "changed_on": None if check else SINCE_THEN,
    }
