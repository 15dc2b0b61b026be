"""Settings that are easily forgotten."""

import pytest

from quartier.operations.doctor.concerns import folders, mail, settings
from quartier.operations.doctor.concerns.settings import djangos
from quartier.operations.doctor.finding import State
from quartier.operations.doctor.patience import Patience
from tests.make.mail_server import MailServer

SMTP = "django.core.mail.backends.smtp.EmailBackend"


class Chosen:
    DEBUG = False
    SECRET_KEY = "x" * 60
    SITE_URL = "https://www.haus.example"
    ALLOWED_HOSTS = ["www.haus.example"]

    def __init__(self, **changes):
        vars(self).update(changes)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"DEBUG": True}, "DEBUG ist an"),
        ({"SECRET_KEY": "kurz"}, "SECRET_KEY ist kurz"),
        ({"SITE_URL": "http://www.haus.example"}, "SITE_URL beginnt nicht mit https://"),
        ({"SITE_URL": "https://haus.example"}, "antwortet nicht auf haus.example"),
        ({"ALLOWED_HOSTS": ["*"]}, "ein Stern"),
    ],
)
def test_each_of_them_is_named(changes, says):
    assert list(settings.own(Chosen())) == []
    (found,) = settings.own(Chosen(**changes))

    assert says in found.sentence
    assert found.remedy


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.1.2.3"])
def test_nobody_needs_a_certificate_on_his_own_machine(host):
    assert settings.is_this_machine(host)
    assert not settings.is_this_machine(f"{host}.haus.example")


def test_what_django_warns_of_is_repeated_in_one_sentence(settings):
    settings.SITE_URL = "https://haus.example"
    settings.SECURE_SSL_REDIRECT = False

    assert any("SECURE_SSL_REDIRECT" in found.sentence for found in djangos())


def test_a_mail_server_is_greeted_and_gets_no_mail(settings):
    settings.EMAIL_BACKEND = SMTP
    settings.EMAIL_HOST = "127.0.0.1"
    with MailServer() as post:
        settings.EMAIL_PORT = post.port
        (there,) = mail.server(Patience(3))
    (gone,) = mail.server(Patience(3))

    assert (there.state, gone.state) == (State.GOOD, State.BROKEN)
    assert (post.dialogues, post.received) == (1, [])
    assert "ConnectionRefusedError" in gone.sentence


def test_a_password_is_not_sent_in_the_open_without_a_word(settings):
    settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL = SMTP, "haus@haus.example"
    settings.EMAIL_HOST, settings.EMAIL_HOST_USER = "mail.example", "haus"
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False

    found = [one.state for one in mail.setting(None)]

    assert found == [State.LOOK, State.GOOD]


def test_what_others_may_read_or_write_is_named(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    (settings.DATA_DIR / "private").mkdir(parents=True)
    (settings.DATA_DIR / "private").chmod(0o755)
    settings.DATA_DIR.chmod(0o755)
    (readable,) = folders.look_at(None)
    settings.DATA_DIR.chmod(0o777)
    writable = next(iter(folders.look_at(None)))
    settings.DATA_DIR.chmod(0o750)
    (well,) = folders.look_at(None)

    assert [one.state for one in (readable, writable, well)] == [State.LOOK, State.BROKEN, State.GOOD]
    assert "private" in readable.sentence


def test_a_folder_that_was_left_to_root_is_named(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    tmp_path.chmod(0o700)
    (tmp_path / "cache").mkdir()
    may = folders.os.access
    monkeypatch.setattr(
        folders.os, "access", lambda place, how: place != tmp_path / "cache" and may(place, how)
    )

    first, *_ = folders.look_at(None)

    assert first.state == State.BROKEN
    assert str(tmp_path / "cache") in first.sentence
