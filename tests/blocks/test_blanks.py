import time

import pytest

from blocks.blanks import blanks, has_lone_brackets, says_something, with_marked_blanks, without_blanks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("<p>Fertig.</p>", []),
        ("[[Name]] und [[Ort]]", ["Name", "Ort"]),
        ("<p>[[Name\n des   Vereins]]</p>", ["Name des Vereins"]),
        ("[eckig] [[", []),
        ("<p>[[<b>Name</b> &amp; Ort]]</p>", ["Name & Ort"]),
        ("<p>[[ offen, dann [[Name]]</p>", ["Name"]),
        ("<p>Eins [[ A</p><p>zwei ]] B</p>", []),
        ("<ul><li>[[eins]]<ul><li>[[zwei]]</li></ul></li></ul>", ["eins", "zwei"]),
        ('<p><a href="https://example.org/[[x]]">Plan</a></p>', []),
        ('<p><a href="https://example.org/[[">Plan</a>]]</p>', []),
        ("[[]] und [[ ]]", []),
        ("[[2024]]", ["2024"]),
        ("1 < 2 [[Name]] > 0", ["Name"]),
    ],
)
def test_what_is_still_to_fill_in(text, found):
    assert blanks(text) == found


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Wir sind da.</p>", "<p>Wir sind da.</p>"),
        ("<p>Verein: [[Name]]</p><p>Bleibt.</p>", "<p></p><p>Bleibt.</p>"),
        ("<ul><li>[[eins]]</li><li>zwei</li></ul>", "<ul><li></li><li>zwei</li></ul>"),
        ("<p>Bleibt.</p><p>a <b>[[b]]</b> c</p>", "<p>Bleibt.</p><p></p>"),
        ("ohne Absatz [[Name]]", ""),
        ("<p>Verein: [[Name</p><p>Bleibt.</p>", "<p>Verein: [[Name</p><p>Bleibt.</p>"),
        ("<p>Eins [[ A</p><p>zwei ]] B</p>", "<p>Eins [[ A</p><p>zwei ]] B</p>"),
        ("<ul><li>[[eins]]<ul><li>zwei</li></ul></li></ul>", "<ul><li><ul><li>zwei</li></ul></li></ul>"),
        ('<p><a href="/[[x]]">Plan</a></p>', '<p><a href="/[[x]]">Plan</a></p>'),
    ],
)
def test_what_a_paragraph_with_a_blank_says_is_left_out(html, shown):
    assert without_blanks(html) == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Verein: [[Name]]</p>", "<p>Verein: <mark>Name</mark></p>"),
        ("<p>[[<b>Name</b> und Ort]]</p>", "<p><mark><b>Name</b> und Ort</mark></p>"),
        ("<p>Eins [[ A</p><p>zwei ]] B</p>", "<p>Eins [[ A</p><p>zwei ]] B</p>"),
        ('<a href="/[[x]]">[[y]]</a>', '<a href="/[[x]]"><mark>y</mark></a>'),
    ],
)
def test_blanks_are_marked_where_they_are_read(html, shown):
    assert with_marked_blanks(html) == shown


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("Fertig [ja]", False),
        ("<p>[[Name]] und [[<b>Ort</b>]]</p>", False),
        ('<p><a href="/[[x">Plan</a></p>', False),
        ("<p>Verein: [[Name</p>", True),
        ("<p>Verein: Name]]</p>", True),
        ("<p>Eins [[ A</p><p>zwei ]] B</p>", True),
        ("<p>[[]]</p>", True),
    ],
)
def test_whether_brackets_have_lost_their_partner(text, lone):
    assert has_lone_brackets(text) is lone


def test_a_long_text_full_of_brackets_is_read_in_no_time():
    text = "<p>" + "[[<a href='" * 20_000
    start = time.process_time()

    assert blanks(text) == []
    assert without_blanks(text) == with_marked_blanks(text) == text
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("html", "says"),
    [("<p>Ja</p>", True), ("<p> &nbsp;<br></p>", False), ("", False), ("<p>Träger: [[Name]]</p>", False)],
)
def test_whether_a_word_is_left_for_readers(html, says):
    assert says_something(html) is says
