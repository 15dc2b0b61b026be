import pytest

from pages.cells import harmless


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Guten Tag", "Guten Tag"),
        ("=1+1", "'=1+1"),
        ("+49 30 555", "'+49 30 555"),
        ("-5 Grad", "'-5 Grad"),
        ("@mina", "'@mina"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("eins\n=zwei", "eins\n'=zwei"),
        ("eins;=zwei", "eins;'=zwei"),
        ('a","=1', 'a","\'=1'),
        ("mina@post.example", "mina@post.example"),
        ("10-12 Uhr", "10-12 Uhr"),
        ("", ""),
        (12, 12),
        (None, None),
    ],
)
def test_text_stays_text_in_every_spreadsheet(text, kept):
    assert harmless(text) == kept
