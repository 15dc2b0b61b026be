"""How mail is sent is read from the environment."""

import importlib
import runpy

import pytest

from pages.mailings import urls
from quartier.settings import production


@pytest.fixture
def read(monkeypatch):
    """The settings of production with these variables."""

    def with_these(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(production.__file__)

    return with_these


def test_where_nothing_is_said_mail_goes_as_fast_as_it_can_and_nothing_comes_back(read):
    settings = read()

    assert (settings["MAIL_PER_MINUTE"], settings["MAIL_CONNECTIONS"]) == (0, 4)
    assert settings["BOUNCE_ADDRESS"] == settings["BOUNCE_MAILBOX"] == settings["BOUNCE_SECRET"] == ""
    assert "anymail" not in settings["INSTALLED_APPS"]


def test_a_provider_is_named_with_what_it_needs(read):
    settings = read(
        EMAIL_BACKEND="anymail.backends.brevo.EmailBackend", ANYMAIL="BREVO_API_KEY=k,WEBHOOK_SECRET=a:b"
    )

    assert settings["EMAIL_BACKEND"] == "anymail.backends.brevo.EmailBackend"
    assert settings["ANYMAIL"]["BREVO_API_KEY"] == "k"
    assert settings["ANYMAIL"]["WEBHOOK_SECRET"] == "a:b"
    assert "anymail" in settings["INSTALLED_APPS"]


@pytest.mark.parametrize("variable", ["MAIL_PER_MINUTE", "MAIL_CONNECTIONS"])
def test_what_is_no_number_is_not_overlooked(read, variable):
    with pytest.raises(ValueError, match=variable):
        read(**{variable: "many"})


def test_there_is_at_least_one_line(read):
    assert read(MAIL_CONNECTIONS="0")["MAIL_CONNECTIONS"] == 1


def test_a_provider_has_an_address_for_its_news(monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(urls.apps, "is_installed", {"anymail"}.__contains__)
        importlib.reload(urls)
        found = [str(each.pattern) for each in urls.for_programs]
    importlib.reload(urls)

    assert found == ["hooks/bounces/<str:secret>/", "hooks/anymail/"]
    assert len(urls.for_programs) == 1
