"""Which words pages, feeds and files ask for, and whether the language has all of them."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import trans_real

from tests.make.enquiries import form_page, question
from tests.make.every_fact import house

CODES = ["tr", "ar", "uk", "ru", "fa", "pl", "fr"]


@pytest.fixture
def asked(monkeypatch):
    """Words that were asked for in a language whose catalogues lack them: by language, context and words."""
    missing = set()

    def note(language, key, words):
        catalogue = trans_real.translation(language)._catalog
        if words and catalogue.get(key) is None and (key, 0) not in catalogue:
            missing.add((language, key))

    def spy(name, context, at):
        real = getattr(trans_real, name)

        def ask(*args):
            words, language = args[at], translation.get_language()
            key = f"{args[0]}\x04{words}" if context else str(words).replace("\r\n", "\n")
            if language in CODES:
                note(language, key, words)
            return real(*args)

        monkeypatch.setattr(translation._trans, name, ask, raising=False)

    for name, context, at in [
        *(("gettext", False, 0), ("pgettext", True, 1), ("ngettext", False, 0), ("npgettext", True, 1))
    ]:
        spy(name, context, at)
    return missing


def test_words_that_a_language_lacks_are_noticed(asked):
    with translation.override("ar"):
        translation.gettext("A word that nobody has translated")
        translation.gettext("closed")

    assert asked == {("ar", "A word that nobody has translated")}


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_any_page_feed_or_file_is_lacking(client, home, own_files, asked, code):
    made = house(home, date(2026, 12, 3))
    kinds = list(made.pages.values())

    for page in kinds:
        url = f"/{code}/{page.url.removeprefix('/de/')}"
        for address in (url, f"{url}?termine=alle"):
            assert client.get(address).status_code in (200, 302, 404)
    calendar = f"/{code}/{made.pages['calendar'].url.removeprefix('/de/')}"
    for name in (
        *("kalender.ics", "feed.xml", "aenderungen.xml", "?ansicht=monat", "?ansicht=woche", "?ansicht=tag"),
        *("?kostenlos=1", "abonnieren/"),
    ):
        client.get(calendar + name)
    for address in (f"/{code}/suche/?q=haus", f"/{code}/nirgends/", f"/{code}/%ff/"):
        client.get(address)

    assert {key for language, key in asked if language == code} == set()


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_the_mail_to_who_sends_a_form_is_lacking(client, home, asked, code):
    page = form_page(home, question("Name"))
    page.url_path_in = f"/{code}/{page.url.removeprefix('/de/')}"

    client.get(page.url_path_in)
    client.post(page.url_path_in, {})

    assert {key for language, key in asked if language == code} == set()
