import re

import pytest

from pages.latin import address, replacements

TITLES = [
    ("İçerik Işık", "tr", "icerik-isik"),
    ("Ördek Günü", "tr", "ordek-gunu"),
    ("Nähcafé für Groß & Klein", "de", "naehcafe-fuer-gross-klein"),
    ("Grüße an die Nachbar*innen", "de-simple", "gruesse-an-die-nachbarinnen"),
    ("24/7 – was nun?", "de", "24-7-was-nun"),
    ("Зустріч у згоді, сім'я", "uk", "zustrich-u-zghodi-simya"),
    ("КИЇВ", "uk", "kyiv"),
    ("Чай и город", "ru", "chay-i-gorod"),
    ("درس اللُّغة ٢٠٢٦", "ar", "drs-allgha-2026"),
    ("قهوه‌ی خیاطی", "fa", "qhvhy-khyaty"),
    ("Zażółć gęślą jaźń", "pl", "zazolc-gesla-jazn"),
    ("Œuvre d’été", "fr", "oeuvre-dete"),
]


@pytest.mark.parametrize(("title", "language", "name"), TITLES)
def test_an_address_is_in_letters_that_one_can_tell_on_the_phone(title, language, name):
    assert address(title, language) == name


@pytest.mark.parametrize(("title", "language", "name"), TITLES)
def test_a_form_in_a_browser_writes_the_same(title, language, name):
    typed = title.replace("?", "").replace("*", "").replace("'", "")
    for letters, plain in replacements(language):
        typed = re.sub(letters, plain, typed, flags=re.IGNORECASE)

    assert re.sub(r"[-\s]+", "-", typed.lower()) == name


def test_writing_that_nobody_here_spells_stays_as_it_is():
    assert address("裁缝咖啡", "zh") == "裁缝咖啡"


@pytest.mark.parametrize("title", ["", "!!!", "\x00", "ь", "\u200f"])
def test_what_has_no_letters_has_no_address(title):
    assert address(title, "uk") == ""


def test_an_address_is_never_too_long():
    assert len(address("Щука " * 60, "uk")) <= 200
