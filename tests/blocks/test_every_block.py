import re

import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from wagtail import hooks
from wagtail_localize.segments import OverridableSegmentValue, RelatedObjectSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter
from wagtail_localize.strings import StringValue

from pages.standard.models import StandardPage
from tests.make.bricks import BRICKS, laid, shown, stack, words

BODY = [name for name in BRICKS if name not in {"button", "way_in", "value"}]
WITH_ENTRIES = {
    "accordion": "details",
    "steps": "li",
    "fact_list": "dt",
    "gallery": "figure",
    "logo_wall": "li",
}
HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a>",
    "' onmouseover='alert(1)",
    "</p></li></details></dl></table></figure><style>*{display:none}</style>",
    "{{ request }}{% load static %}{{7*7}}",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3,
    "مرحبا بكم في بيت الجيران",
    "\u202eumgedreht\u202c & <b>fett</b>",
]
MAY_BE_EMPTY = {"td", "use", "svg", "source", "img", "br", "hr", "wbr", "track", "script", "input"}

CODE = re.compile(r"\s*(javascript|data|vbscript):", re.I)

every_brick = pytest.mark.parametrize("name", BRICKS)


@every_brick
def test_its_template_has_its_name(name):
    assert BRICKS[name].meta.template == f"blocks/{name}.html"
    assert get_template(BRICKS[name].meta.template)


@every_brick
def test_its_icon_is_one_of_wagtails(name):
    known = {path for add in hooks.get_hooks("register_icons") for path in add([])}

    assert f"wagtailadmin/icons/{BRICKS[name].meta.icon}.svg" in known


@every_brick
def test_an_editor_finds_it_on_a_shelf_with_a_german_sentence_about_it(name):
    block = BRICKS[name]
    with translation.override("en"):
        english = str(block.meta.description)

    assert str(block.meta.group)
    assert str(block.label)
    assert str(block.meta.description) != english
    assert str(block.meta.description).endswith(".")


def test_its_preview_works_in_an_empty_centre(home, admin_client):
    faults = {name for name in BRICKS if admin_client.get(_preview_of(name)).status_code != 200}

    assert not faults


def test_its_preview_shows_real_content(things, admin_client):
    previews = {
        name: BeautifulSoup(admin_client.get(_preview_of(name)).content, "html.parser") for name in BRICKS
    }

    assert not {
        name
        for name, preview in previews.items()
        if len(words(preview.main)) < 5 and not preview.main.find("hr")
    }


def test_every_word_typed_into_it_can_be_translated(things):
    extractor = StreamFieldSegmentExtractor(StandardPage.body.field)
    faults = {}

    for name in BRICKS:
        typed = []
        stream = stack((name, laid(name, things, lambda typed=typed: _mark(typed), times=2)))
        offered = {_said(segment) for segment in extractor.handle_stream_block(stream)}
        if set(typed) - offered:
            faults[name] = set(typed) - offered

    assert not faults


def test_every_translation_comes_back_to_its_place(things):
    extractor = StreamFieldSegmentExtractor(StandardPage.body.field)
    writer = StreamFieldSegmentsWriter(StandardPage.body.field, None, None)
    faults = {}

    for name in BRICKS:
        typed = []
        stream = stack((name, laid(name, things, lambda typed=typed: _mark(typed), times=2)))
        segments = [
            each.with_order(order) for order, each in enumerate(extractor.handle_stream_block(stream))
        ]
        segments = [each for each in segments if not isinstance(each, RelatedObjectSegmentValue)]
        for segment in segments:
            if isinstance(segment, StringSegmentValue):
                segment.string = StringValue(segment.string.data.upper())
        translated = str(writer.handle_stream_block(stream, segments).get_prep_value())
        if missing := [mark for mark in typed if mark.upper() not in translated]:
            faults[name] = missing

    assert not faults


def test_whatever_is_typed_nothing_is_executed(things):
    faults = {}

    for name in BRICKS:
        page = shown(*[(name, laid(name, things, text, times=2)) for text in HOSTILE])
        if found := _executed(page):
            faults[name] = found

    assert not faults


def test_twice_on_a_page_it_gives_no_two_places_the_same_name(things):
    page = shown(*[(name, laid(name, things, "Today", times=3)) for name in BODY for _twice in "12"])

    names = [element["id"] for element in page.find_all(id=True)]
    assert "today-2" in names
    assert len(names) == len(set(names))


def test_what_was_not_filled_in_leaves_no_empty_element(things):
    bare = {name: shown((name, laid(name, things, "Ein Wort", optional=False))) for name in BRICKS}

    assert not {name: found for name, page in bare.items() if (found := _empty_elements(page))}


def test_a_blank_that_nobody_filled_is_shown_to_nobody(things):
    unfilled = {
        name: shown((name, laid(name, things, "Träger: [[Name des Vereins]]", times=2))) for name in BRICKS
    }

    assert not {
        name for name, page in unfilled.items() if "[[" in str(page) or "Name des Vereins" in str(page)
    }
    assert not {name: found for name, page in unfilled.items() if (found := _empty_elements(page))}


def test_a_hundred_entries_are_all_there(things):
    long = {name: shown((name, laid(name, things, "Ein Wort", times=100))) for name in WITH_ENTRIES}

    assert {name: len(page.find_all(WITH_ENTRIES[name])) for name, page in long.items()} == dict.fromkeys(
        long, 100
    )


def _preview_of(name):
    return f"{reverse('wagtailadmin_block_preview')}?id={BRICKS[name].definition_prefix}"


def _said(segment):
    return str(segment.data) if isinstance(segment, OverridableSegmentValue) else _words(segment)


def _words(segment):
    return segment.render_text() if isinstance(segment, StringSegmentValue) else ""


def _mark(typed):
    typed.append(f"Wort {len(typed)}")
    return typed[-1]


def _executed(page):
    """What a browser would obey: scripts that are not ours, handlers, styles, frames, code as address."""
    found = [script for script in page.find_all("script") if script.get("src") != "/static/js/embed.js"]
    found += page.find_all(["style", "iframe", "object", "base", "meta", "link"])
    for element in page.find_all(True):
        found += [name for name in element.attrs if name.startswith("on") or name == "style"]
        addresses = [str(element.get(name) or "") for name in ("href", "src", "data-embed")]
        found += [address for address in addresses if CODE.match(address)]
    return found


def _empty_elements(page):
    empty = [element for element in page.find_all(True) if not element.get_text(strip=True)]
    return [
        element
        for element in empty
        if element.name not in MAY_BE_EMPTY and not element.find(["img", "svg", "hr", "input"])
    ]


def test_the_checks_above_find_what_they_are_there_for():
    bad = "<a href=' JavaScript:x' onclick='x'>a</a><p style='x'>b</p><script>x</script><iframe></iframe>"
    bad += "<h2> </h2>"

    page = BeautifulSoup(bad, "html.parser")

    assert len(_executed(page)) == 5
    assert [element.name for element in _empty_elements(page)] == ["iframe", "h2"]
