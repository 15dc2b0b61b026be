import pytest

from blocks.blanks import blanks, says_something, without_blanks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("<p>Fertig.</p>", []),
        ("[[Name]] und [[Ort]]", ["Name", "Ort"]),
        ("<p>[[Name\n des   Vereins]]</p>", ["Name des Vereins"]),
        ("[eckig] [[", []),
    ],
)
def test_what_is_still_to_fill_in(text, found):
    assert blanks(text) == found


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Wir sind da.</p>", "<p>Wir sind da.</p>"),
        ("<p>Verein: [[Name]]</p><p>Bleibt.</p>", "<p>Bleibt.</p>"),
        ("<ul><li>[[eins]]</li><li>zwei</li></ul>", "<ul><li>zwei</li></ul>"),
        ("<p>Bleibt.</p><p>a <b>[[b]]</b> c</p>", "<p>Bleibt.</p>"),
        ("ohne Absatz [[Name]]", "ohne Absatz "),
    ],
)
def test_a_paragraph_with_a_blank_is_left_out(html, shown):
    assert without_blanks(html) == shown


@pytest.mark.parametrize(
    ("html", "says"),
    [("<p>Ja</p>", True), ("<p> &nbsp;<br></p>", False), ("", False), ("<p>Träger: [[Name]]</p>", False)],
)
def test_whether_a_word_is_left_for_readers(html, says):
    assert says_something(html) is says
