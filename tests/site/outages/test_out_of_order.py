"""What is told while the database is gone: in the language of the reader, and nothing false."""

import json
import logging

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from pages import noting
from tests.make.centre import centre
from tests.make.enquiries import main, read
from tests.make.outages import database_gone


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    noting.forget()


@pytest.fixture
def reader(home):
    """Somebody whose house has shown one page before."""
    centre(name="Haus am Park", mail="haus@haus.example", phone="030 5550-100")
    reader = Client(raise_request_exception=False)
    reader.get("/de/")
    return reader


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/de/", "de", "Diese Seite lässt sich gerade nicht zeigen"),
        ("/en/anything/", "en", "This page cannot be shown right now"),
        ("/de/suche/?q=saal", "de", "Diese Seite lässt sich gerade nicht zeigen"),
        ("/", "en", "This page cannot be shown right now"),
    ],
)
def test_a_page_says_in_its_language_that_it_cannot_be_shown_and_whom_to_call(
    reader, address, language, words
):
    with database_gone():
        response = reader.get(address, headers={"accept-language": "en"})

    html = read(response)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Content-Language"] == html.html["lang"] == language
    assert response["Cache-Control"] == "private, no-store"
    assert html.h1.text == words
    assert html.find("a", href="tel:0305550100").text == "030 5550-100"
    assert html.find("a", class_="button")["href"] == address


def test_in_arabic_it_reads_from_right_to_left(reader):
    with database_gone():
        response = reader.get("/ar/")

    assert read(response).html["dir"] == "rtl"


def test_before_anybody_has_read_a_page_no_number_is_invented(home):
    with database_gone():
        response = Client(raise_request_exception=False).get("/de/")

    assert response.status_code == 503
    assert "tel:" not in response.content.decode()


def test_once_it_is_back_the_next_page_is_there(reader):
    with database_gone():
        reader.get("/de/")

    assert reader.get("/de/").status_code == 200


def test_the_log_gets_one_line_and_no_traceback(reader, caplog):
    with database_gone(), caplog.at_level(logging.WARNING):
        for _time in range(20):
            reader.get("/de/")

    assert [record.levelname for record in caplog.records if record.name != "django.request"] == ["ERROR"]
    assert not [record for record in caplog.records if record.exc_info]


def test_a_fault_of_ours_stays_one(reader, monkeypatch):
    monkeypatch.setattr("quartier.views.wagtail_serve", lambda *args: {}["nothing"])

    response = reader.get("/de/")

    assert response.status_code == 500
    assert "Hier ist etwas schiefgegangen" in response.content.decode()


@pytest.fixture
def editor(home):
    editor = Client(raise_request_exception=False)
    editor.force_login(get_user_model().objects.create_superuser("redaktion", "r@haus.example", "x"))
    return editor


def test_an_editor_is_told_what_is_gone_and_stays_logged_in(editor):
    with database_gone():
        response = editor.get("/admin/pages/", headers={"accept-language": "de"})

    assert response.status_code == 503
    assert "Die Datenbank antwortet nicht. Sie bleiben angemeldet." in main(response)
    assert not response.cookies
    assert editor.get("/admin/").status_code == 200


def test_who_was_saving_is_sent_back_to_what_is_typed(editor):
    with database_gone():
        response = editor.post("/admin/pages/add/standard/standardpage/1/", {"title": "Neu"})

    assert response.status_code == 503
    assert "gehen Sie mit dem Browser zurück" in main(response)


def test_where_drafts_save_themselves_the_sign_beside_the_form_says_why_not(editor):
    with database_gone():
        response = editor.post("/admin/pages/1/edit/", {}, headers={"accept": "application/json"})

    told = json.loads(response.content)
    assert response.status_code == 503
    assert told["error_message"] == "Die Datenbank antwortet nicht."
    assert told["success"] is False


def test_more_than_can_be_taken_is_said_to_be_too_much(home):
    response = Client(raise_request_exception=False).post(
        "/admin/login/", {"username": "a" * 3_000_000}, headers={"accept-language": "de"}
    )

    assert response.status_code == 413
    assert "Das ist zu viel auf einmal" in response.content.decode()
