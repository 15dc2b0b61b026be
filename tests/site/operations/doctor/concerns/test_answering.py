"""The doctor knocks at the front door, too."""

import pytest

from quartier.operations.doctor.concerns import answering
from quartier.operations.doctor.finding import State
from tests.site.deploy.nginx import StandIn


@pytest.fixture
def web(settings, monkeypatch):
    monkeypatch.setattr(answering, "is_this_machine", lambda host: False)
    web = StandIn()
    settings.SITE_URL = f"http://127.0.0.1:{web.port}"
    yield web
    web.stop()


def test_a_site_that_answers_is_well(web):
    (found,) = answering.look_at(Patient)

    assert found.state == State.GOOD


def test_a_web_server_without_the_program_behind_it_is_broken(web):
    web.status = 503

    (found,) = answering.look_at(Patient)

    assert found.state == State.BROKEN
    assert "503" in found.sentence


def test_what_cannot_be_reached_from_here_is_told_with_the_certificate_alone(settings, monkeypatch):
    monkeypatch.setattr(answering, "is_this_machine", lambda host: False)
    settings.SITE_URL = "http://127.0.0.1:9"

    assert list(answering.look_at(Patient)) == []


class Patient:
    seconds = 3
