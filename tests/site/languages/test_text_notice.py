from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from quartier.languages.models import Record
from quartier.languages.states import note_machine
from quartier.templatetags.texts import text_notice
from tests.make.bricks import words
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.translations import published, translated


@pytest.fixture
def german(home):
    return published(plain_page(home, slug="wir", summary="Wir sind offen."))


@pytest.fixture
def notice(client):
    """The notice at an address: its words and where it leads; None where there is none."""

    def notice(address):
        answer = client.get(address)
        assert answer.status_code == 200
        section = BeautifulSoup(answer.content, "html.parser").select_one("section.text-notice")
        return section and (words(section), [link["href"] for link in section.select("a")])

    return notice


def test_the_original_needs_no_notice(german, notice):
    assert notice("/de/wir/") is None


def test_a_page_that_is_not_translated_says_so_and_leads_to_the_original(german, notice):
    said, links = notice("/en/wir/")

    assert "not translated yet. The text is in German" in said or "noch nicht übersetzt" in said
    assert links[0].endswith("/de/wir/")


def test_in_leichte_sprache_it_is_said_in_its_own_words(german, notice):
    said, links = notice("/de-simple/wir/")

    assert "Leichte" in said
    assert links[0].endswith("/de/wir/")


def test_a_current_translation_needs_no_notice(german, notice):
    arabic = translated(german)

    assert notice(arabic.url) is None


def test_an_older_translation_says_from_when_it_is(german, notice):
    arabic = translated(german, "tr")
    Record.objects.filter(page=arabic.pk).update(since=timezone.now() - timedelta(days=400))
    published(german, summary="Wir haben zu.")

    said, links = notice(arabic.url)

    assert str((timezone.localtime() - timedelta(days=400)).year) in said
    assert links[0].endswith("/de/wir/")


def test_a_text_by_machine_is_called_that_until_a_person_publishes_it(german, notice):
    turkish = translated(german, "tr")

    note_machine(turkish)
    before = notice(turkish.url)
    published(turkish, summary="Açığız.")

    assert before is not None
    assert notice(turkish.url) is None


def test_a_copy_without_a_text_of_its_own_is_not_sold_as_a_translation(home, german, notice):
    translated(home, "tr")
    german.copy_for_translation(locale("tr"), alias=True)

    assert notice("/tr/wir/") is not None


def test_an_error_page_has_no_notice(home, client):
    assert b"text-notice" not in client.get("/en/gibt-es-nicht/").content


def test_the_notice_costs_one_query(german, rf, django_assert_num_queries):
    arabic = translated(german)
    arabic.original.locale  # noqa: B018 (known by the time a page is served)

    with django_assert_num_queries(1):
        text_notice({"page": arabic, "request": rf.get("/")})
