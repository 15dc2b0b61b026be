"""What everybody who works here reads on the first screen while something is out of order."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.letters import outbox
from quartier.operations import trouble
from quartier.operations.doctor.concerns import disk
from quartier.operations.models import JobRun
from tests.make import store
from tests.make.enquiries import read

pytestmark = pytest.mark.django_db


def first_screen(client):
    panel = read(client.get("/admin/")).find(id="trouble-section")
    return " ".join(panel.get_text(" ").split()) if panel else ""


@pytest.fixture
def letter(settings):
    """A letter that found nobody."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    letter = outbox.put("mina@post.example", "Guten Tag", "Text")
    assert not outbox.post(letter, patience=1)
    return letter


def test_while_all_is_well_the_first_screen_says_nothing(admin_client, home):
    assert first_screen(admin_client) == ""


def test_a_mail_server_that_is_gone_is_named_with_the_mail_that_waits(admin_client, home, letter):
    assert "Der Mailserver antwortet nicht. Eine Mail wartet" in first_screen(admin_client)


def test_mail_goes_soon_after_a_long_silence_of_the_server(letter):
    letter.tries = 20
    letter.next_try = timezone.now()
    letter.save()

    assert not outbox.post(letter, patience=1)

    assert letter.next_try - timezone.now() <= timedelta(minutes=5)


def test_a_helper_that_has_stopped_is_missed_after_a_quarter_of_an_hour(home):
    now = timezone.now()
    JobRun.objects.create(name="send mail", done_at=now)

    assert trouble.trouble(now + timedelta(minutes=14)) == []
    [words] = trouble.trouble(now + timedelta(minutes=20))
    assert "20 Minuten" in words


def test_little_room_on_the_disk_is_said_before_there_is_none(home, monkeypatch):
    monkeypatch.setattr(disk, "TOO_LITTLE", 2**40)

    [words] = trouble.trouble()

    assert "MB" in words


def test_a_store_that_is_gone_is_named(home, settings):
    store.move_in(settings, "http://127.0.0.1:9")

    [words] = trouble.trouble()

    assert "Bilder und Dokumente antwortet nicht" in words
