"""Whoever watches the machine gets one word, whatever name it calls and whatever is broken."""

import time

import pytest
from django.db import connection
from django.test import RequestFactory

from quartier.operations import health


def ask(path, method="GET", application=None, **environ):
    told = {}

    def start(status, headers):
        told.update(status=status, **dict(headers))

    environ = RequestFactory().generic(method, path, **environ).environ
    body = b"".join(health.with_health(application or nobody)(environ, start))
    return told["status"], body.decode(), told


def nobody(environ, start_response):
    start_response("404 Not Found", [])
    return [b"the site"]


def test_a_process_that_is_up_says_so_without_a_database_to_any_name_by_http():
    status, word, headers = ask("/health/live", HTTP_HOST="10.0.0.7:8000")

    assert (status, word) == ("200 OK", "ok\n")
    assert headers["Cache-Control"] == "no-store"
    assert "Location" not in headers


@pytest.mark.django_db
def test_a_house_in_order_is_ready_at_once():
    ask("/health/ready")
    ready = health.Ready()
    ready()
    began = time.perf_counter()

    word = ready()

    assert word == "ok"
    assert time.perf_counter() - began < 0.05


@pytest.mark.django_db
def test_without_its_database_it_is_not_ready_and_tells_nothing_else(monkeypatch):
    def gone():
        raise ConnectionError("secret.host.example")

    monkeypatch.setattr(connection, "cursor", gone)
    monkeypatch.setattr(connection, "close", lambda: None)

    status, word, _headers = ask("/health/ready")

    assert (status, word) == ("503 Service Unavailable", "database\n")


@pytest.mark.django_db
def test_before_its_tables_are_of_this_version_it_is_not_ready(monkeypatch):
    monkeypatch.setattr(health, "_is_migrated", lambda: False)

    assert ask("/health/ready")[:2] == ("503 Service Unavailable", "migrations\n")


@pytest.mark.django_db
def test_without_collected_stylesheets_it_is_not_ready(monkeypatch, tmp_path):
    monkeypatch.setattr(health.staticfiles_storage, "manifest_name", "staticfiles.json", raising=False)
    monkeypatch.setattr(health.staticfiles_storage, "location", str(tmp_path), raising=False)

    assert ask("/health/ready")[1] == "static\n"
    (tmp_path / "staticfiles.json").touch()
    assert ask("/health/ready")[1] == "ok\n"


def test_nothing_is_posted_there_and_all_other_addresses_are_left_alone():
    assert ask("/health/live", "POST")[0] == "405 Method Not Allowed"
    assert ask("/health/live", "HEAD")[1] == ""
    for path in ("/health/live/", "/health/", "/de/", "/health/ready\x00"):
        assert ask(path)[1] == "the site"
