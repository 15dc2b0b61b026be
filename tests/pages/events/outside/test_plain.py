"""Texts of strangers, before anybody sees them."""

import pytest

from pages.events.outside import plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  Chor \t\n am  Park ", "Chor am Park"),
        ("Chor\x00\x07\x1b[31m", "Chor[31m"),
        ("Chor \u202egnp.exe", "Chor gnp.exe"),
        ("\ufeffChor\u2066!\u2069", "Chor!"),
        ("<b>Chor</b> &amp; Tanz", "Chor & Tanz"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<img src=x onerror=alert(1)>Fest", "Fest"),
        ("3 < 4 und 5 > 4", "3 < 4 und 5 > 4"),
        ("{{7*7}} %s%n ${7*7}", "{{7*7}} %s%n ${7*7}"),
        ("می‌خواهم", "می‌خواهم"),
        ("👩‍👧 Familien", "👩‍👧 Familien"),
        ("x" * 100_000, "x" * 254 + "…"),
    ],
)
def test_a_title_is_one_line_of_plain_text(text, told):
    assert plain.line(text, 255) == told


def test_a_description_keeps_its_paragraphs():
    assert plain.paragraphs("<p>Eins<br>Zwei</p>\n\n\n\n<p>Drei</p>", 200) == "Eins\nZwei\n\nDrei"


@pytest.mark.parametrize(
    "address",
    ["https://partner.example/a?b=c#d", "http://partner.example", "https://bücherei.example/ä"],
)
def test_a_web_address_is_kept(address):
    assert plain.address(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt://partner.example/%0aalert(1)",
            "data:text/html,x",
            "//partner.example",
        ),
        *(
            "ftp://partner.example",
            "https://",
            "https://[",
            "https://user:pass@partner.example/",
            "mailto:a@b.example",
        ),
        *(
            "https://partner.example/\u202ex",
            "https://partner.example/a b",
            "java\nscript:x",
            "https:\\\\x.example",
        ),
        "https://partner.example/" + "x" * 500,
    ],
)
def test_anything_else_is_no_address(address):
    assert plain.address(address) == ""


@pytest.mark.parametrize(
    ("code", "told"), [("de", "de"), ("pt-BR", "pt-br"), ('de" onload="', ""), ("x" * 40, "")]
)
def test_a_language_is_a_code_or_nothing(code, told):
    assert plain.language(code) == told
