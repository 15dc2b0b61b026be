"""What stands in the log: enough to find the fault, and nothing of a person."""

import json
import logging
import sys

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, OperationalError
from django.test import RequestFactory
from django.urls import resolve

from quartier.reporting import asked
from quartier.reporting.lines import Json, Lines
from quartier.reporting.scrubbing import scrubbed

MARK = "mina.meier@post.example"


@pytest.fixture
def asking():
    """Somebody asks for a page that holds a secret in its address."""
    request = RequestFactory().get(f"/abo/s3cret-T0ken-of-mina/?wer={MARK}")
    request.resolver_match = resolve("/abo/s3cret-T0ken-of-mina/")
    request._cached_user = get_user_model()(pk=7, username="mina", email=MARK)
    token = asked.now.set(asked.Asked("abc123def456", request))
    yield request
    asked.now.reset(token)


def record(message, *values, error=None, **more):
    made = logging.LogRecord("house", logging.ERROR, "x.py", 1, message, values, None)
    if error:
        try:
            raise error
        except type(error):
            made.exc_info = sys.exc_info()
    for name, value in more.items():
        setattr(made, name, value)
    return made


def test_machines_read_one_object_a_line(asking):
    told = json.loads(
        Json().format(record("The job “%s” failed.", "send mail", error=OperationalError("gone")))
    )

    assert told["message"] == "The job “send mail” failed."
    assert (told["level"], told["logger"], told["request"], told["user"]) == (
        "ERROR",
        "house",
        "abc123def456",
        7,
    )
    assert told["fault"].endswith("OperationalError: gone")
    assert "test_lines.py" in told["fault"]
    assert "mina" not in json.dumps(told)


@pytest.mark.parametrize("form", [Lines(), Json()])
@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n", "\u2028", "\x85"])
def test_nobody_writes_a_line_of_their_own_into_the_log(form, sign):
    line = form.format(
        record("Mail to “%s” failed.", f"Saal{sign}2026-03-01 12:00:00 ERROR house: all is lost")
    )

    assert len(line.splitlines()) == 1


def test_people_read_the_number_too(asking):
    line = Lines().format(record("Mail %s could not be sent.", 12))

    assert line.endswith("ERROR house [abc123def456]: Mail 12 could not be sent.")


def test_of_an_address_only_its_pattern_is_told(asking):
    for form in (Lines(), Json()):
        line = form.format(record("Not Found: %s", asking.path, request=asking))

        assert "Not Found: abo/<str:token>/" in line
        assert "s3cret" not in line


def test_a_fault_is_told_without_what_somebody_typed(asking):
    error = IntegrityError(f"duplicate key\nDETAIL: Key (mail)=({MARK}) already exists.")

    for form in (Lines(), Json()):
        line = form.format(record("It failed.", error=error))

        assert "IntegrityError" in line
        assert MARK not in line
        assert "mina" not in line.replace("test_", "")


def test_a_lost_file_is_told_without_its_name():
    line = Lines().format(
        record("Lost.", error=FileNotFoundError(2, "No such file", "/srv/Mietvertrag Meier.pdf"))
    )

    assert "FileNotFoundError: No such file" in line
    assert "Meier" not in line


@pytest.mark.parametrize(
    "text",
    [
        f"550 <{MARK}> unknown",
        "connection from 203.0.113.77 refused",
        "connection from 2001:db8::1:77 refused",
        "GET /de/suche/?q=mina.meier failed",
        "/abo/Zm9vYmFyYmF6cXV4MTIzNDU2:1abcDEF:xyzXYZ123 is over",
        "postgres://mina:secret-word@db.example/house",
    ],
)
def test_what_tells_of_a_person_is_taken_out(text):
    said = scrubbed(text)

    for trace in ("mina", "203.0.113", "2001:db8", "77", "Zm9v", "secret-word"):
        assert trace not in said


@pytest.mark.parametrize(
    "text",
    [
        "The job “look after translations” failed.",
        "Nachbarschaftshausverwaltung",
        "12:00:05 was too late",
        "quartier.operations.publishing",
    ],
)
def test_what_tells_of_nobody_stays(text):
    assert scrubbed(text) == text
