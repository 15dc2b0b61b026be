import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from django.views.csrf import csrf_failure
from wagtail.models import PageViewRestriction, Site

from quartier import views
from quartier.outages.answering import server_error
from tests.make.pages import plain_page


def test_an_unknown_address_offers_a_search_and_the_way_home(client, home):
    response = client.get("/de/gibt-es-nicht/")

    html = response.content.decode()
    assert response.status_code == 404
    assert "Hinter dieser Tür wohnt niemand" in html
    assert html.count('action="/de/suche/"') == 2
    assert "Zur Startseite" in html


def test_an_unknown_address_offers_pages_with_a_similar_one(rf, home):
    request = rf.get("/de/kontact/")
    near = [plain_page(home, "Kontakt")]

    html = render_to_string("404.html", {"near": near}, request=request)

    assert '<a href="/de/kontakt/">Kontakt</a>' in html


def test_an_unknown_address_gets_an_answer_even_before_there_is_a_site(client, home):
    Site.objects.all().delete()

    response = client.get("/de/gibt-es-nicht/")

    assert response.status_code == 404
    assert "Hinter dieser Tür wohnt niemand" in response.content.decode()


def test_when_something_breaks_no_database_is_needed_to_say_so():
    """pytest-django refuses every query here, since no fixture asks for the database."""
    response = server_error(RequestFactory().get("/de/"))

    html = response.content.decode()
    assert response.status_code == 500
    assert "Hier ist etwas schiefgegangen" in html
    assert '<p lang="en" dir="ltr">Something went wrong on our side.' in html
    assert "css/site.css" in html


def test_the_error_page_speaks_german_in_every_language():
    with translation.override("ar"):
        html = render_to_string("500.html")

    assert '<html lang="de" dir="ltr">' in html
    assert "Das liegt an uns, nicht an Ihnen." in html


def test_an_unreadable_address_is_refused_in_words_without_asking_the_database(client):
    response = client.get("/de/\x00/")

    assert response.status_code == 400
    assert "Diese Adresse konnten wir nicht lesen" in response.content.decode()


def test_while_the_site_is_looked_after_visitors_are_told_without_asking_the_database(rf):
    html = render_to_string("503.html", request=rf.get("/de/"))

    assert "Wir sind gleich wieder da" in html


def test_a_locked_page_says_so_in_the_look_of_the_site(rf, home):
    response = views.forbidden(rf.get("/de/intern/"))

    html = response.content.decode()
    assert response.status_code == 403
    assert "Diese Tür ist verschlossen" in html
    assert re.search(r'<a class="brand" href="/de/">', html)


def test_a_private_page_is_named_nowhere_on_a_public_one(client, home):
    secret = plain_page(home, "Vorstandsprotokolle", show_in_menus=True)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")

    assert (
        "Vorstandsprotokolle"
        not in client.get(plain_page(home, "Über uns", slug="ueber-uns").url).content.decode()
    )


@pytest.mark.parametrize(
    ("address", "words", "frame"),
    [
        ("/ar/%00/", "لم نتمكن من قراءة هذا العنوان", '<html lang="ar" dir="rtl">'),
        ("/tr/%00/", "Bu adresi", '<html lang="tr" dir="ltr">'),
        ("/de/%00/", "Diese Adresse konnten wir nicht lesen", '<html lang="de" dir="ltr">'),
    ],
)
def test_an_unreadable_address_is_answered_in_its_language(client, address, words, frame):
    response = client.get(address)

    html = response.content.decode()
    assert response.status_code == 400
    assert frame in html
    assert words in html


def test_a_bad_request_is_answered_in_the_language_of_its_address():
    """Nothing has looked at the request before, and the thread may still speak the language of another."""
    with translation.override("uk"):
        html = views.bad_request(RequestFactory().get("/fr/")).content.decode()

    assert '<html lang="fr" dir="ltr">' in html


def test_a_form_that_did_not_go_through_says_so_in_the_language_of_its_page(rf):
    with translation.override("ar"):
        html = csrf_failure(rf.post("/ar/")).content.decode()

    assert '<html lang="ar" dir="rtl">' in html
    assert "Diese" not in html
