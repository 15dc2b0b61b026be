"""Who searches finds what is written in another language, too, but nothing twice."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.topics.models import Topic
from tests.make import neighbourhood as make
from tests.make import secrets
from tests.make.bricks import stack
from tests.make.languages import translated
from tests.make.pages import plain_page
from tests.make.secrets import SECRET
from tests.make.street import house

SEARCH = {"de": "/de/suche/", "en": "/en/search/", "ar": "/ar/bahth/", "tr": "/tr/arama/"}


@pytest.fixture
def ask(client):
    return lambda code, words: client.get(SEARCH[code], {"q": words}).content.decode()


def hits(html):
    """The addresses of the first list, and those found in other languages."""
    page = BeautifulSoup(html, "html.parser")
    elsewhere = page.select_one(".elsewhere")
    others = [link["href"] for link in elsewhere.select(".hit__title a")] if elsewhere else []
    return [link["href"] for link in page.select(".hit__title a") if link["href"] not in others], others


def test_what_is_not_translated_is_found_below_in_its_own_language_and_opens_in_the_readers_frame(home, ask):
    above = plain_page(home, "Angebote", slug="angebote")
    translated(above, "en", "Services", slug="services")
    plain_page(above, "Yoga am Morgen", slug="yoga", body=stack(("text", "<p>Auf der Matte.</p>")))
    translated(plain_page(home, "Turnen", slug="turnen"), "en", "Yoga and more", slug="gym")

    html = ask("en", "yoga")

    assert hits(html) == (["/en/gym/"], ["/en/angebote/yoga/"])
    section = BeautifulSoup(html, "html.parser").select_one(".elsewhere")
    assert section.h2.text == "Also found in other languages"
    assert (section.select_one(".hit__title a")["lang"], section.select_one(".hit__title a")["dir"]) == (
        "de",
        "ltr",
    )
    assert "Services" in section.select_one(".hit__place").text


def test_a_page_is_not_found_twice(home, ask):
    page = plain_page(home, "Yoga", slug="yoga")
    translated(page, "en", "Yoga", slug="yoga")

    assert hits(ask("en", "Yoga")) == (["/en/yoga/"], [])
    assert hits(ask("de", "Yoga")) == (["/de/yoga/"], [])


def test_words_of_the_original_do_not_find_what_is_translated(home, ask):
    translated(plain_page(home, "Nähen", slug="naehen"), "en", "Sewing", slug="sewing")

    assert hits(ask("en", "Nähen")) == ([], [])


def test_where_all_is_found_elsewhere_it_says_so_and_counts_it(home, ask):
    plain_page(home, "Nähen", slug="naehen")

    page = BeautifulSoup(ask("ar", "Nähen"), "html.parser")

    assert hits(str(page)) == ([], ["/ar/naehen/"])
    assert page.h1.text != BeautifulSoup(ask("ar", "Xylophon"), "html.parser").h1.text


def test_a_slip_is_forgiven_in_the_other_language_only_where_nothing_else_is_found(home, ask):
    plain_page(home, "Schuldnerberatung", slug="schulden")

    assert hits(ask("en", "Schuldnerberatnug")) == ([], ["/en/schulden/"])


def test_a_translation_is_found_by_the_facts_of_its_original_in_its_own_words(home, ask):
    topic = Topic.objects.create(name={"de": "Nähen", "tr": "Dikiş"}, slug="naehen")
    service = make.service(make.finder(home), "Stoffe", slug="stoffe", topics=[topic], languages=["uk"])
    there = translated(service, "tr", "Kumaşlar", slug="kumaslar")

    assert hits(ask("tr", "dikis")) == ([there.url], [])
    assert hits(ask("tr", "Ukraynaca")) == ([there.url], [])


def test_when_the_facts_of_the_original_change_the_translation_is_found_by_the_new_ones(home, ask):
    old = Topic.objects.create(name={"de": "Nähen", "tr": "Dikim"}, slug="naehen")
    new = Topic.objects.create(name={"de": "Kochen", "tr": "Yemek"}, slug="kochen")
    service = make.service(make.finder(home), "Treff", slug="treff", topics=[old])
    there = translated(service, "tr", "Kahve", slug="kahve")

    service.topics.set([new])
    service.save_revision().publish()

    assert hits(ask("tr", "Dikim")) == ([], [])
    assert hits(ask("tr", "Yemek")) == ([there.url], [])


def test_a_topic_that_is_translated_later_is_found_on_translations(home, ask):
    topic = Topic.objects.create(name={"de": "Nähen"}, slug="naehen")
    there = translated(make.service(make.finder(home), "Treff", slug="treff", topics=[topic]), "tr", "Kahve")

    topic.name = {"de": "Nähen", "tr": "Dikiş"}
    topic.save()

    assert hits(ask("tr", "dikiş")) == ([there.url], [])


@pytest.mark.parametrize(
    ("code", "title", "typed"),
    [
        ("tr", "Işık Atölyesi", ["ışık", "IŞIK", "isik", "Isik"]),
        ("tr", "İstanbul Gecesi", ["istanbul", "İSTANBUL", "ISTANBUL", "ıstanbul"]),
        ("ar", "مكتبة الأطفال", ["مكتبه", "مَكتَبة", "مكـتبة", "الاطفال"]),
    ],
)
def test_letters_that_people_type_one_for_the_other_find_the_same(home, ask, code, title, typed):
    there = translated(plain_page(home, "Anders", slug="anders"), code, title, slug="hier")

    for words in typed:
        assert hits(ask(code, words)) == ([there.url], []), words


@pytest.mark.parametrize("state", secrets.HIDDEN)
def test_nothing_that_is_not_for_everybody_is_found_in_another_language(home, own_files, ask, state):
    house(home, state)

    for words in ("Marder", "Marderhumt", "Marderhuntte"):
        for code in ("en", "ar", "tr"):
            assert SECRET.casefold() not in ask(code, words).casefold()


def test_a_translation_whose_original_is_withdrawn_is_found_in_no_language(home, ask):
    page = plain_page(home, "Yoga", slug="yoga")
    translated(page, "en", "Yoga", slug="yoga")
    page.unpublish()

    assert [hits(ask(code, "yoga")) for code in ("de", "en", "ar")] == [([], [])] * 3


def test_the_search_asks_the_same_however_many_pages_are_not_translated(home, ask, client):
    def asked():
        ask("ar", "yoga")
        with CaptureQueriesContext(connection) as queries:
            ask("ar", "yoga")
        return len(queries)

    plain_page(home, "Yoga 1", slug="y1")
    one = asked()
    for number in range(2, 9):
        plain_page(home, f"Yoga {number}", slug=f"y{number}")

    assert asked() == one <= 25


@pytest.mark.parametrize("words", ["", "\x00", "a" * 5000, "%", "‏‏", "ـ", "'", "İ" * 300])
def test_whatever_is_typed_gets_an_answer(home, client, words):
    assert client.get("/ar/bahth/", {"q": words}).status_code in (200, 400)
