"""Words that nobody typed, in every language: `generated/<code>.txt` says how they read."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext, override

from pages.phrasing import capital, closed, labelled, without_colon
from pages.wording import marked
from tests.site.languages.cases import CASES, said

EXPECTED = Path(__file__).parent / "generated"
CODES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("code", CODES)
def test_what_nobody_typed_reads_as_people_say_it(code):
    lines = (EXPECTED / f"{code}.txt").read_text().splitlines()
    expected = dict(line.split(" = ", 1) for line in lines)

    assert list(expected) == list(CASES)
    assert said(code) == expected


@pytest.mark.parametrize("code", [code for code in CODES if not code.startswith("de")])
def test_no_generated_sentence_is_german(code):
    german, alike = said("de"), {"a remark", "a label", "5 euros", "5.50 euros", "a list"}

    same = {name for name, words in said(code).items() if words == german[name] and name not in alike}

    assert same == set()


@pytest.mark.parametrize(
    ("code", "words", "read"),
    [
        ("tr", "iptal", "İptal"),
        ("tr", "ısıtma", "Isıtma"),
        ("de", "iptal", "Iptal"),
        ("ar", "ملغى", "ملغى"),
        ("uk", "їжа", "Їжа"),
        ("de", "", ""),
        ("de", "<b>keine Marke</b>", "<b>keine Marke</b>"),
    ],
)
def test_a_sentence_begins_with_the_capital_of_its_language(code, words, read):
    with override(code):
        assert capital(words) == read


def test_marked_words_of_another_language_keep_their_beginning():
    with override("tr"):
        words = marked("im Saal", "de")

        assert capital(words) == words


def test_a_capital_stands_behind_the_elements():
    with override("uk"):
        assert capital(format_html("<time>{}</time>", "четвер")) == "<time>Четвер</time>"


def test_a_label_that_asks_has_no_colon_behind_it():
    with override("de-simple"):
        assert labelled(gettext("Cost"), "5 Euro") == "Was kostet es? 5 Euro"

    with override("fr"):
        assert labelled(gettext("Cost"), "5 €") == "Prix\N{NO-BREAK SPACE}: 5 €"


def test_a_colon_goes_with_the_space_before_it():
    assert (
        without_colon("Inscrivez-vous auprès de nous\N{NO-BREAK SPACE}:") == "Inscrivez-vous auprès de nous"
    )


def test_a_sentence_ends_once():
    assert (closed("bis 3 p.m."), closed("Wann?"), closed("Heute")) == ("bis 3 p.m.", "Wann?", "Heute.")
