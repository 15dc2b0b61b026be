import pytest
from django.core.exceptions import ValidationError

from tests.make.bricks import BRICKS, laid, shown, words

GOOD = {"table_caption": "Preise", "table_header_choice": "row", "data": [["Was", "Preis"], ["Tee", "1 €"]]}
block = BRICKS["table"]


@pytest.mark.parametrize(
    ("wrong", "sentences"),
    [
        ({"data": [["", " "], [None, ""]]}, ["Die Tabelle ist leer."]),
        ({"table_caption": " "}, ["Bitte geben Sie der Tabelle eine Überschrift"]),
        ({"table_header_choice": "neither"}, ["ob die erste Zeile oder die erste Spalte"]),
        ({"table_caption": "", "table_header_choice": ""}, ["eine Überschrift", "ob die erste Zeile"]),
    ],
)
def test_a_table_that_not_everyone_understands_cannot_be_published(wrong, sentences):
    with pytest.raises(ValidationError) as refused:
        block.clean({**GOOD, **wrong})

    for sentence, message in zip(sentences, refused.value.messages, strict=True):
        assert sentence in message


def test_an_unfinished_table_can_be_saved_as_a_draft():
    unfinished = {"table_caption": "", "table_header_choice": "", "data": [["Was", ""]]}

    assert block.clean_deferred(unfinished)["data"] == [["Was", ""]]


@pytest.mark.parametrize(
    ("choice", "columns", "rows"),
    [("row", ["Was", "Preis"], []), ("column", [], ["Was", "Tee"]), ("both", ["Was", "Preis"], ["Tee"])],
)
def test_headers_say_what_they_are_for(choice, columns, rows):
    table = shown(("table", {**GOOD, "table_header_choice": choice})).table

    assert table.caption.text == "Preise"
    assert [each.text for each in table.find_all("th", scope="col")] == columns
    assert [each.text for each in table.find_all("th", scope="row")] == rows


def test_a_wide_table_is_scrolled_by_keyboard_in_a_place_with_a_name():
    around = shown(("table", GOOD)).div

    assert (around["role"], around["tabindex"], around["aria-label"]) == ("region", "0", "Preise")


def test_an_empty_table_is_not_shown():
    assert not shown(("table", {**GOOD, "data": [["", None], []]})).find(True)


def test_its_translation_comes_back_to_the_same_cells():
    segments = block.get_translatable_segments(GOOD)
    texts = {segment.path: segment.render_text() for segment in segments}
    for segment in segments:
        segment.string.data = segment.string.data.upper()

    translated = block.restore_translated_segments(GOOD, segments)

    assert texts == {"caption": "Preise", "0.0": "Was", "0.1": "Preis", "1.0": "Tee", "1.1": "1 €"}
    assert translated["table_caption"] == "PREISE"
    assert translated["data"] == [["WAS", "PREIS"], ["TEE", "1 €"]]
    assert GOOD["data"][0] == ["Was", "Preis"]


def test_it_can_be_found_by_its_caption_and_its_cells(things):
    assert block.get_searchable_content(GOOD) == ["Preise", "Was", "Preis", "Tee", "1 €"]
    assert "Preise" in words(shown(("table", laid("table", things, "Preise"))))
