"""A page answers below its address what it names, for those who may read it, and nothing else."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from tests.make import neighbourhood as make
from tests.make.pages import plain_page

DATA = "/de/angebote/daten.json"


@pytest.fixture
def finder(home):
    return make.finder(home)


def test_what_a_page_names_is_answered(client, finder):
    assert client.get(DATA)["Content-Type"] == "application/json; charset=utf-8"


def test_the_page_itself_is_answered_as_ever(client, finder):
    response = client.get(finder.url)

    assert "<h1>Angebote</h1>" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/de/daten.json",
        "/de/yoga/daten.json",
        "/de/angebote/yoga/daten.json",
        "/de/angebote/daten.json/",
        "/de/angebote/daten.xml",
        "/de/angebote/Daten.json",
        "/de/angebote/daten.json.json",
        "/de/angebote/.json",
        "/de/angebote/data.json",
        "/de/angebote//daten.json",
        "/de/angebote/../daten.json",
        "/de/angebote/serve.json",
        "/de/angebote/daten%2ejson%0a",
        "/de/angebote/%64aten.json/daten.json",
    ],
)
def test_what_no_page_names_is_not_found(client, home, finder, address):
    plain_page(home, "Yoga", slug="yoga")

    assert client.get(address).status_code == 404


def test_facts_are_told_in_the_language_of_the_address_where_nothing_is_translated(
    client, finder
):
    make.service(finder)

    told = client.get("/en/angebote/daten.json").json()

    assert told["language"] == "en"
    assert told["services"][0]["eligibility_description"] == "everybody"


def test_an_address_without_a_language_leads_to_the_one_with_it(client, finder):
    assert client.get("/angebote/daten.json").url == DATA


@pytest.mark.parametrize("query", ["x=-1", "x=1e308&x=NaN", "seite=2&fuer=a&fuer=b", "callback=alert(1)"])
def test_a_query_changes_nothing(client, finder, query):
    make.service(finder)

    assert client.get(f"{DATA}?{query}").json()["services"] == client.get(DATA).json()["services"]


def test_who_only_wants_the_headers_gets_them(client, finder):
    response = client.head(DATA)

    assert (response.status_code, response.content) == (200, b"")
    assert response["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_sent_there(client, finder, method):
    assert getattr(client, method)(DATA).status_code == 405


def test_a_translation_answers_in_its_own_language(client, home, finder):
    english = Locale.objects.create(language_code="en")
    make.service(finder, "Nähcafé")
    for page in (home, finder, finder.get_children().get()):
        copy = page.specific.copy_for_translation(english)
        copy.title = f"{copy.title} EN"
        copy.save_revision().publish()

    german, other = client.get(DATA).json(), client.get("/en/angebote/daten.json").json()

    assert (german["language"], other["language"]) == ("de", "en")
    assert [each["name"] for each in german["services"]] == ["Nähcafé"]
    assert [each["name"] for each in other["services"]] == ["Nähcafé EN"]
    assert german["services"][0]["id"] == other["services"][0]["id"]
    assert other["services"][0]["eligibility_description"] == "everybody"


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_locked_page_locks_what_it_names(client, finder, kind):
    make.service(finder, "Marderhund")
    PageViewRestriction.objects.create(page=finder, restriction_type=kind, password="geheim")

    response = client.get(DATA)

    assert "json" not in response.get("Content-Type", "")
    assert "Marderhund" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_draft_answers_nothing(client, finder):
    finder.unpublish()

    assert client.get(DATA).status_code == 404
