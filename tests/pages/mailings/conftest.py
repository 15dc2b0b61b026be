"""A machine of its own, and a mail server."""

import dj_email_url
import pytest


@pytest.fixture(autouse=True)
def own_machine(settings, tmp_path):
    """Files of a machine on which nothing has been sent yet."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def served(settings):
    """Lets the site send through a server, on so many lines."""

    def use(url, connections=1):
        for name, value in dj_email_url.parse(url).items():
            setattr(settings, name, value)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.MAIL_CONNECTIONS = connections

    return use
