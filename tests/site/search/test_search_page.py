from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from pages.centre.models import Centre
from pages.values.models import ValuesPage
from quartier.search.finding import find
from tests.make.pages import plain_page


@pytest.fixture
def centre(home):
    centre = Centre.for_site(home.get_site())
    centre.phone, centre.mail = "030 123 456", "hallo@example.org"
    centre.save()
    return centre


def test_the_address_is_german(db):
    with override("de"):
        assert reverse("search") == "/de/suche/"


def test_without_a_question_there_is_the_form_and_a_hint(ask):
    answer = ask()

    assert answer.heading == "Was suchen Sie?"
    assert "Ein Wort genügt" in answer.text
    assert 'name="q"' in answer.main


@pytest.mark.parametrize(("pages", "heading"), [(1, "1 Treffer für „Yoga“"), (3, "3 Treffer für „Yoga“")])
def test_the_heading_and_the_title_say_how_many_there_are(home, ask, pages, heading):
    for number in range(pages):
        plain_page(home, f"Yoga {number}")

    answer = ask("Yoga")

    assert answer.heading == heading
    assert f"<title>{heading} – " in answer.html


def test_the_words_are_marked_in_title_and_excerpt_and_nothing_else_is(home, ask):
    plain_page(home, "Nähcafé", summary="Wir nähen & stricken. <b>Macht</b> mit!")

    answer = ask("nähen")

    assert answer.marked == ["Nähcafé", "nähen"]
    assert "Wir <mark>nähen</mark> &amp; stricken. &lt;b&gt;Macht&lt;/b&gt; mit!" in answer.main


def test_each_hit_says_where_it_stands(home, ask):
    offers = plain_page(home, "Angebote")
    plain_page(plain_page(offers, "Kreatives"), "Nähcafé")

    assert "Angebote › Kreatives" in ask("Nähcafé").text


def test_one_can_narrow_the_list_to_a_kind_of_page(home, ask):
    plain_page(home, "Werte im Alltag")
    home.add_child(instance=ValuesPage(title="Unsere Werte"))

    assert len(ask("Werte").titles) == 2
    assert ask("Werte", art="valuespage").titles == ["Unsere Werte"]
    assert ask("Werte", art="valuespage").heading == "1 Treffer für „Werte“"
    assert "?q=Werte&amp;art=valuespage" in ask("Werte").main


def test_ten_hits_stand_on_a_page_and_the_question_is_kept(home, ask):
    for number in range(23):
        plain_page(home, f"Yoga & Tee {number:02}")

    first, last = ask("Yoga & Tee"), ask("Yoga & Tee", seite=3)

    assert len(first.titles) == 10
    assert "?q=Yoga+%26+Tee&amp;seite=2" in first.main
    assert last.titles == ["Yoga & Tee 20", "Yoga & Tee 21", "Yoga & Tee 22"]
    assert '<ol class="hits" start="21">' in last.main


@pytest.mark.parametrize("number", ["0", "-1", "NaN", "1e308", "9" * 5000, "zwei", "", "٢", "1; DROP"])
def test_a_page_number_that_makes_no_sense_shows_some_page(home, ask, number):
    plain_page(home, "Yoga")

    assert ask("Yoga", seite=number).titles == ["Yoga"]


@pytest.mark.parametrize("kind", ["", "page", "nichts", "<b>", "standardpage&art=x", "x" * 5000])
def test_a_kind_that_makes_no_sense_shows_all(home, ask, kind):
    plain_page(home, "Yoga")

    assert ask("Yoga", art=kind).titles == ["Yoga"]


def test_a_corrected_word_is_told(home, ask):
    plain_page(home, "Nähcafé")

    answer = ask("Nehcafe")

    assert answer.heading == "1 Treffer für „Nehcafe“"
    assert "Gesucht wurde auch nach „Nähcafé“." in answer.text


def test_nothing_found_leads_to_a_near_word_and_to_a_person(home, centre, ask):
    plain_page(home, "Hausaufgabenhilfe")

    answer = ask("Hausaufgabn-Hülfen")

    assert "Meinten Sie: Hausaufgabenhilfe" in answer.text
    assert '<a href="?q=Hausaufgabenhilfe">' in answer.main
    assert 'href="tel:030123456"' in answer.main
    assert "hallo@example.org" in answer.text


def test_an_overlong_question_is_cut_and_that_is_said(home, ask):
    plain_page(home, "Yoga")

    answer = ask("Yoga " + "bla " * 2000)

    assert answer.titles == ["Yoga"]
    assert "lange Frage" in answer.text
    assert "lange Frage" not in ask("Yoga").text


def test_the_question_is_echoed_harmlessly(ask):
    answer = ask('"><script>alert(1)</script>{{7*7}}')

    assert "<script>alert" not in answer.html
    assert "{{7*7}}" in answer.html


def test_search_engines_do_not_keep_answers(ask):
    assert '<meta name="robots" content="noindex">' in ask("Yoga").html


def test_a_language_without_pages_has_a_search_page_too(client, home):
    assert client.get("/tr/arama/", {"q": "yoga"}).status_code == 200


@pytest.fixture
def cost(ask):
    """How many queries an answer takes, once Wagtail and Django remember sites and kinds of pages."""

    def cost(question):
        ask(question)
        with CaptureQueriesContext(connection) as queries:
            ask(question)
        return len(queries)

    return cost


@pytest.mark.parametrize(("question", "most"), [("Yoga", 5), ("Yoga Tee", 5), ("Yogga", 9), ("Yogatee", 9)])
def test_an_answer_costs_the_same_few_queries_whatever_is_found(home, cost, question, most):
    plain_page(plain_page(home, "Kurse"), "Yoga", summary="Mit Tee.")
    one_hit = cost(question)
    for number in range(15):
        plain_page(plain_page(home, f"Kurs {number}"), f"Yoga {number}", summary="Mit Tee.")

    assert cost(question) == one_hit <= cost("") + most


def test_pages_are_found_again_after_reindexing(home, ask):
    page = plain_page(home, "Yoga")
    type(page).objects.filter(pk=page.pk).update(summary="Mit Tee.")
    assert ask("Tee").titles == []

    call_command("reindex", stdout=StringIO())

    assert ask("Tee").titles == ["Yoga"]


def test_a_question_of_a_thousand_words_asks_for_the_first_ones(home):
    plain_page(home, "Yoga")

    assert len(find("Yoga " + " ".join(f"wort{n}" for n in range(1000)), "de").hits) == 1


def test_readers_are_told_of_pages_and_not_of_plain_ones(home, ask):
    plain_page(home, "Werte im Alltag")
    home.add_child(instance=ValuesPage(title="Unsere Werte"))

    answer = ask("Werte")

    assert "Seiten (1)" in answer.text
    assert "Einfache" not in answer.text
