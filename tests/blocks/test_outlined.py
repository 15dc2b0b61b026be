import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from wagtail.blocks.stream_block import StreamBlockValidationError

from blocks.outlined import SKELETON
from tests.make.bricks import shown, stack


def heading(text, level=2):
    return ("heading", {"text": text, "level": level})


def test_a_skipped_level_cannot_be_published_and_the_heading_says_why():
    stream = stack(heading("Angebote"), heading("Zu tief", 4))

    with pytest.raises(StreamBlockValidationError) as refused:
        stream.stream_block.clean(stream)

    fault = refused.value.block_errors[1].block_errors["level"]
    assert fault.messages == [
        "Hier wird eine Ebene übersprungen. "
        "Wählen Sie die nächstgrößere Überschrift oder setzen Sie eine darüber."
    ]


def test_a_skipped_level_is_named_beside_all_other_faults():
    stream = stack(heading(""), heading("Zu tief", 4))

    with pytest.raises(StreamBlockValidationError) as refused:
        stream.stream_block.clean(stream)

    assert set(refused.value.block_errors) == {0, 1}


def test_a_draft_with_a_skipped_level_can_be_saved():
    stream = stack(heading("Angebote"), heading("Zu tief", 4))

    assert len(stream.stream_block.clean_deferred(stream)) == 2


def test_headings_can_be_linked_to_and_stand_in_the_contents():
    page = shown(("contents", None), heading("Öffnungszeiten"), heading("Café", 3), heading("Café", 3))

    links = {link["href"].removeprefix("#") for link in page.nav.find_all("a")}
    assert links == {"oeffnungszeiten", "caf%C3%A9", "caf%C3%A9-2"}
    assert [each["id"] for each in page.find_all(["h2", "h3"])] == ["oeffnungszeiten", "café", "café-2"]


def test_the_title_of_a_brick_continues_the_outline(db):
    titled = ("listing", {"title": "Mehr", "look": "links", "kind": None, "topic": None, "below": None})

    page = shown(titled, heading("Angebote"), titled, heading("Für Kinder", 3), titled)

    assert [each.name for each in page.find_all(re.compile("h[1-6]"))] == ["h2", "h2", "h3", "h3", "h4"]


@pytest.mark.parametrize("level", ["2", None, "groß", 1, 7, "3.5"])
def test_a_level_that_does_not_exist_counts_as_a_new_section(level):
    assert shown(heading("Angebote", level)).h2.text == "Angebote"


def test_no_heading_takes_a_name_that_the_page_around_it_uses():
    windows = Path(get_template("base.html").origin.name).parent
    templates = [*windows.glob("*.html"), *windows.glob("components/*.html"), *windows.glob("pages/*/*.html")]
    names = {name for each in templates for name in re.findall(r'\sid="([\w-]+)"', each.read_text())}

    assert names <= SKELETON
    assert shown(heading("Content")).h2["id"] == "content-2"
