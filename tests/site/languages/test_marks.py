"""Whatever is read on an Arabic page in German is marked as German, and nothing else is."""

import re

import pytest
from bs4 import BeautifulSoup

from pages.passages.models import Passage
from tests.make import secrets
from tests.make.languages import UNSEEN, languages_of, translated
from tests.make.pages import plain_page
from tests.make.secrets import SECRET
from tests.make.street import NEIGHBOUR, house, lists

GERMAN = (SECRET, NEIGHBOUR, "Gegenüber", "Andere Feier", "Der Keller")
ARABIC = re.compile(r"[\u0621-\u064a]{3}")
VIEWS = ["", "?ansicht=monat", "?ansicht=woche", "?ansicht=tag", "?ansicht=archiv"]


@pytest.fixture
def built(home, own_files):
    """A house in which everything is German, and points to everything else."""
    return house(home, secrets.open_to_everybody)


def addresses(made):
    pages = [made.home, *made.told.values(), *made.pointing, *lists(made).values()]
    yield from (page.url for page in pages)
    yield from (made.calendar.url + more for more in [*VIEWS[1:], "foyer/", "einbetten/", "abonnieren/"])
    yield from (f"/de/bahth/?q={SECRET}", f"/de/{SECRET.lower()[:-1]}/", made.told["form"].url + "?angebot=1")


def read(client, address):
    return client.get(address.replace("/de/", "/ar/", 1)).content.decode()


def wrong(html):
    """What stands in an element of another language than its own: the words, and what they are marked as."""
    page = BeautifulSoup(html, "html.parser").html
    for text in page.find_all(string=True):
        if text.parent.name in UNSEEN or text.find_parent("nav", class_="language-bar") or is_a_name(text):
            continue
        marked = text.find_parent(attrs={"lang": True})["lang"]
        is_german = any(words in text for words in GERMAN)
        if (is_german and marked != "de") or (not is_german and ARABIC.search(text) and marked != "ar"):
            yield text.strip()[:80], marked


def is_a_name(text):
    """Of a person or a mail address, or the very words that a reader has typed."""
    return text == SECRET or f"«{SECRET}»" in text or text.find_parent(class_="isolated")


def test_nothing_is_read_in_the_wrong_language(client, built, subtests):
    said = ""
    for address in addresses(built):
        html = read(client, address)
        said += html
        with subtests.test(address):
            assert '<html lang="ar" dir="rtl">' in html
            assert list(wrong(html)) == []

    assert all(words in said for words in GERMAN)  # the canary: they were there to be marked


def test_every_mark_tells_the_direction_too(client, built, subtests):
    for address in addresses(built):
        with subtests.test(address):
            marked = BeautifulSoup(read(client, address), "html.parser").select("body [lang=de]")
            assert [str(each)[:90] for each in marked if each.get("dir") not in ("ltr", "auto")] == []


def test_a_page_in_the_readers_language_is_not_marked(client, built):
    html = client.get(built.told["service"].url).content.decode()

    assert f"<h1>{SECRET} service</h1>" in html
    assert '<div class="flow" lang' not in html


def test_a_passage_that_is_not_translated_is_marked_on_a_page_that_is(client, home):
    said = [{"type": "text", "value": "<p>Bitte klingeln Sie.</p>", "id": "1"}]
    kept = Passage.objects.create(name="Klingel", body=said, locale=home.locale)
    body = [
        {"type": "passage", "value": kept.pk, "id": "2"},
        {"type": "text", "value": "<p>مرحبا</p>", "id": "3"},
    ]
    there = translated(plain_page(home, "Besuch", slug="besuch"), "ar", "زيارة", body=body)

    html = client.get(there.url).content.decode()

    assert languages_of(html, "Bitte klingeln Sie.") == ["de"]
    assert languages_of(html, "مرحبا") == ["ar"]
