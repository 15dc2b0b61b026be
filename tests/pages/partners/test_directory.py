import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from pages.partners.models import Kind
from pages.topics.models import Topic
from tests.make.bricks import words
from tests.make.partners import directory, funder, partner

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


@pytest.fixture
def partners(home):
    """Four partners of today and one of yesterday."""
    page = directory(home)
    health = Topic.objects.create(name="Gesundheit", slug="gesundheit")
    choir = partner(page, "Chor Größenwahn", summary="Wir singen in der Häuserzeile.")
    choir.topics = [health]
    choir.save()
    partner(page, "Trägerverein", kind=Kind.CARRIER)
    funder(page, "Stiftung Straße")
    partner(page, "Verband", kind=Kind.UMBRELLA)
    partner(page, "Alte Werkstatt", last_day="2026-03-31")
    return page


def read(client, page, query=""):
    return BeautifulSoup(client.get(page.url + query).content, "html.parser").main


def named(soup):
    return [words(each) for each in soup.select(".partner__name, .listing__title")]


@time_machine.travel("2026-11-25 12:00+01:00")
def test_partners_stand_by_what_they_are_and_former_ones_at_the_end(client, partners):
    soup = read(client, partners)

    assert [words(each) for each in soup.select("h2")] == [
        "Wer das Haus trägt",
        "Mit wem wir arbeiten",
        "Wer uns fördert",
        "Wo wir Mitglied sind",
        "Frühere Partner",
    ]
    assert named(soup)[-1] == "Alte Werkstatt"
    assert "Kooperationspartner, bis März 2026" in words(soup)
    assert "5 Partner" in words(soup.select_one("[role=status]"))


QUESTIONS = {
    "a kind": ("?art=funder", ["Stiftung Straße"]),
    "a topic": ("?thema=gesundheit", ["Chor Größenwahn"]),
    "a word, its case forgiven": ("?q=CHOR", ["Chor Größenwahn"]),
    "ss for ß": ("?q=strasse", ["Stiftung Straße"]),
    "ae for ä": ("?q=traegerverein", ["Trägerverein"]),
    "another ending": ("?q=Häuser", ["Chor Größenwahn"]),
    "the last part of a word": ("?q=verein", ["Trägerverein"]),
    "a topic's word": ("?q=gesundheit", ["Chor Größenwahn"]),
    "a former partner": ("?q=werkstatt", ["Alte Werkstatt"]),
    "kind and word": ("?art=carrier&q=verein", ["Trägerverein"]),
    "kind and word that do not meet": ("?art=funder&q=verein", []),
    "a word that nobody says": ("?q=zeppelin", []),
    "signs only": ("?q=%2B%2B", []),
}


@pytest.mark.parametrize(("query", "found"), QUESTIONS.values(), ids=QUESTIONS)
def test_the_list_narrows_down_to_what_was_asked(client, partners, query, found):
    assert named(read(client, partners, query)) == found


def test_each_thing_asked_for_can_be_taken_away(client, partners):
    soup = read(client, partners, "?q=verein&art=carrier")

    chosen = {words(link): link["href"] for link in soup.select(".chips .pill")}
    assert chosen == {
        "Filter entfernen: „verein“": f"{partners.url}?art=carrier",
        "Filter entfernen: Träger": f"{partners.url}?q=verein",
    }
    assert soup.select_one("#filter-q")["value"] == "verein"
    assert words(soup.select_one("#filter-art [selected]")) == "Träger"


def test_nothing_found_is_said_and_all_are_offered(client, partners):
    soup = read(client, partners, "?q=zeppelin")

    assert "Dazu passt kein Partner" in words(soup)
    assert soup.select_one("a.button")["href"] == partners.url


HOSTILE = [
    *("?art=nonsense", "?art=-1", "?thema=%27%3B--", "?seite=-1", "?art=funder&art=funder", "?q=+++"),
    *("?q=" + "ä" * 3000, "?art=1e308&thema=NaN", "?q[]=a", "?thema=gesundheit&thema=x", "?q=%F0%9F%8E%89"),
]


@pytest.mark.parametrize("query", HOSTILE)
def test_nonsense_gets_an_answer(client, partners, query):
    assert client.get(partners.url + query).status_code == 200


def test_nul_is_refused(client, partners):
    assert client.get(partners.url + "?q=%00").status_code == 400


def test_what_is_typed_is_never_markup(client, partners):
    html = client.get(partners.url + "?q=%3Cscript%3Ealert(1)%3C/script%3E").content.decode()

    assert "<script>alert" not in html


def test_a_closed_partner_is_not_told(client, partners):
    secret = partner(partners, "Marderhund")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    draft = partner(partners, "Waschbär")
    draft.unpublish()

    html = client.get(partners.url).content.decode()

    assert "Marderhund" not in html
    assert "Waschbär" not in html


def test_the_number_of_queries_does_not_grow(client, partners, django_assert_max_num_queries):
    client.get(partners.url)
    with django_assert_max_num_queries(25) as few:
        client.get(partners.url)
    for number in range(20):
        partner(partners, f"Verein {number}")

    with django_assert_max_num_queries(len(few)):
        html = client.get(partners.url + "?q=verein").content.decode()
    assert "Verein 19" in html
