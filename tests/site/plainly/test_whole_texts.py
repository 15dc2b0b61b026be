"""What only a whole text shows: its sentences, its sections, its words for one thing, its scores."""

from datetime import date

import pytest

from quartier.plainly.engine.checking import check
from quartier.plainly.engine.findings import Term
from quartier.plainly.engine.scores import scores, syllables
from quartier.plainly.engine.sentences import HEADING, PICTURE, Part, sentences
from quartier.plainly.prose import parts_of

HEAD = Part("Der Weg", HEADING)
SENTENCE = "Der Bus hält hier."


def found(parts, rule, **options):
    return [(each.part, each.reason) for each in check(parts, **options).findings if each.rule == rule]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wir kochen. Sie essen!", 2),
        ("Am 12. Mai kommt Dr. Berger z. B. um 9.30 Uhr.", 1),
        ("Das Fest ist in der Parkstr. 5 im 1. Stock.", 1),
        ("Offen ist Mo.–Fr. 9 bis 12 Uhr.", 1),
        ("Wir singen usw. Kommen Sie!", 2),
        ("Eine Zeile\nnoch eine Zeile", 2),
        ("Er sagt: „Kommen Sie!“ Alle kommen.", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, count):
    assert len(list(sentences(Part(text)))) == count


def test_places_of_findings_are_places_in_the_part():
    text = "Wir kommen.  Wir bringen z. B. Kuchen."

    finding = check([HEAD, Part(text)]).findings[-1]

    assert (finding.part, text[finding.start : finding.end]) == (1, "z. B.")
    assert text[slice(*finding.sentence)] == "Wir bringen z. B. Kuchen."


def test_18_after_eight_sentences_comes_a_heading():
    eight, nine = Part(" ".join([SENTENCE] * 8)), Part(" ".join([SENTENCE] * 9))

    assert found([HEAD, eight, HEAD, eight], "18") == []
    assert found([HEAD, nine], "18") == [(0, "headings")]
    assert found([nine], "18") == [(0, "headings")]


def test_20_a_section_has_a_picture():
    text, picture = Part(" ".join([SENTENCE] * 3)), Part("", PICTURE)

    assert [part for part, _reason in found([HEAD, text, HEAD, picture, text], "20")] == [0]
    assert found([HEAD, Part(SENTENCE)], "20") == []


def test_19_the_second_word_for_one_thing_is_marked():
    text = Part("Der Aufzug ist links. Der Fahrstuhl ist neu. Der Aufzug fährt.")

    marks = [text.text[each.start : each.end] for each in check([text]).findings if each.rule == "19"]

    assert marks == ["Fahrstuhl"]


def test_19_the_glossary_says_which_word_holds():
    glossary = {"Treff": Term("Hier treffen sich Menschen.", in_place_of=("Zusammenkunft",))}

    finding = next(
        each
        for each in check([Part("Die Zusammenkunft ist hier.")], glossary=glossary).findings
        if each.rule == "19"
    )

    assert finding.proposal == "Treff"


@pytest.mark.parametrize(
    ("options", "reasons"),
    [
        ({}, []),
        ({"asks_who_read_it": True}, ["never"]),
        ({"checked_on": date(2026, 5, 2), "changed_on": date(2026, 5, 1)}, []),
        ({"checked_on": date(2026, 5, 2), "changed_on": date(2026, 5, 3)}, ["older"]),
    ],
)
def test_21_people_who_need_it_have_read_the_text_as_it_is(options, reasons):
    assert [reason for _part, reason in found([Part(SENTENCE)], "21", **options)] == reasons


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Haus", 1),
        ("Garten", 2),
        ("Familie", 3),
        ("Station", 3),
        ("Bäume", 2),
        ("Öffnungszeiten", 4),
        ("x", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_scores_are_those_of_the_formulas():
    """By hand: 6 words in 2 sentences; 1 of 3 syllables, 2 of more than 6 letters, 4 of one syllable."""
    counted = scores([["Das", "Haus", "ist", "freundlich"], ["Wir", "musizieren"]])

    three, mean, long, one = 100 * 1 / 6, 3, 100 * 2 / 6, 100 * 4 / 6
    wiener = 0.1935 * three + 0.1672 * mean + 0.1297 * long - 0.0327 * one - 0.875
    assert (counted.wiener, counted.lix) == (round(wiener, 1), round(mean + long, 1))


def test_an_office_letter_is_harder_than_leichte_sprache():
    office = (
        "Die Inanspruchnahme der Beratungsleistungen setzt eine schriftliche Einverständniserklärung voraus."
    )

    hard, easy = check([Part(office)]).scores, check([Part("Wir helfen Ihnen. Rufen Sie an.")]).scores

    assert hard.wiener > 12 > 4 > easy.wiener
    assert hard.lix > 50 > 30 > easy.lix


def test_what_there_is_no_time_for_is_left_and_said():
    verdict = check([Part("Wir kochten Suppe.")], seconds=0)

    assert (verdict.findings, verdict.is_complete) == ([], False)
    assert check([Part("Wir kochten Suppe.")], seconds=60).is_complete


def test_words_without_an_end_are_only_told_to_be_long():
    assert {each.rule for each in check([Part("wir kochten zwei Suppen " * 60)]).findings} == {"01"}


def test_an_empty_text_has_no_score():
    verdict = check([])

    assert (verdict.findings, verdict.scores.wiener, verdict.scores.lix) == ([], None, None)


def test_rich_text_keeps_what_is_bold_and_what_is_a_list():
    parts = parts_of("<h2>Weg &amp; Ziel</h2><p>Das geht <b>nicht</b>.<br/>Ja.</p><ul><li>eins</li></ul>")

    assert [(part.kind, part.text) for part in parts] == [
        ("heading", "Weg & Ziel"),
        ("paragraph", "Das geht nicht.\nJa."),
        ("item", "eins"),
    ]
    assert [parts[1].text[start:end] for start, end in parts[1].bold] == ["nicht"]
