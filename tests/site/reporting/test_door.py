"""Each request has a number: given by the web server in front, or by us."""

import logging

import pytest
from django.template.loader import render_to_string

from quartier.reporting import asked
from quartier.reporting.door import reporting
from quartier.reporting.kinds import KINDS, kind


def ask(application, **environ):
    told = {}

    def start(status, headers, exc_info=None):
        told.update(dict(headers))

    reporting(application)({"PATH_INFO": "/de/", "REQUEST_METHOD": "GET", **environ}, start)
    return told["X-Request-Id"]


@pytest.fixture
def application():
    def answer(environ, start_response):
        answer.seen = asked.number()
        start_response("200 OK", [("X-Request-Id", "of-an-older-answer")])
        return [b""]

    yield answer
    asked.now.set(None)


def test_an_answer_carries_the_number_that_stands_in_the_log(application):
    first, second = ask(application), ask(application)

    assert first != second
    assert application.seen == second


def test_that_of_the_web_server_in_front_is_kept(application, settings):
    settings.BEHIND_PROXY = True

    assert (
        ask(application, HTTP_X_REQUEST_ID="0123456789abcdef0123456789abcdef")
        == "0123456789abcdef0123456789abcdef"
    )


@pytest.mark.parametrize("given", ["mina@post.example", "a" * 400, "x\r\nSet-Cookie: a=b", "", "0123"])
def test_one_that_is_not_well_formed_is_not(application, settings, given):
    settings.BEHIND_PROXY = True

    assert ask(application, HTTP_X_REQUEST_ID=given) != given


def test_strangers_cannot_give_one(application, settings):
    settings.BEHIND_PROXY = False

    assert ask(application, HTTP_X_REQUEST_ID="0123456789abcdef") != "0123456789abcdef"


def test_a_line_for_each_answer_only_where_it_is_wished(application, settings, caplog):
    caplog.set_level(logging.INFO, "quartier.requests")
    settings.LOG_REQUESTS = False
    ask(application)
    assert caplog.text == ""

    settings.LOG_REQUESTS = True
    ask(application, QUERY_STRING="q=mina", REMOTE_ADDR="203.0.113.77")

    assert "method=GET kind=page status=200" in caplog.text
    assert "mina" not in caplog.text
    assert "203.0.113" not in caplog.text


def test_the_page_of_a_fault_gives_the_number_to_tell_us():
    assert "nennen Sie bitte diese Nummer: <strong>abc123</strong>" in render_to_string(
        "500.html", {"number": "abc123"}
    )
    assert "Nummer" not in render_to_string("500.html", {"number": ""})


@pytest.mark.parametrize(
    ("path", "view", "told"),
    [
        ("/de/", "wagtail_serve", "page"),
        ("/de/suche/", "search", "search"),
        ("/admin/pages/3/", "", "admin"),
        ("/media/images/1.webp", "", "picture"),
        ("/de/kalender/alle.ics", "", "calendar"),
        ("/abo/geheim/", "", "newsletter"),
        ("/wp-login.php", "", "other"),
        ("", "", "other"),
    ],
)
def test_kinds_are_few(path, view, told):
    assert kind(path, view) == told
    assert told in KINDS
