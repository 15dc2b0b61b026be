"""A machine of its own, and a mail server."""

from collections import Counter

import dj_email_url
import pytest

from tests.crash.fire import a_sink


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


@pytest.fixture
def sink(served, tmp_path):
    """A mail server with these faults, through which the site sends; it answers whom it took mail for."""

    class Sinking:
        def __init__(self, connections=1, **faults):
            self.log, self.connections = tmp_path / "taken.txt", connections
            self.server = a_sink(self.log, faults)

        def __enter__(self):
            served(f"smtp://127.0.0.1:{self.server.__enter__()}", self.connections)
            return self

        def __exit__(self, *fault):
            self.server.__exit__(*fault)

        @property
        def taken(self):
            lines = self.log.read_text().splitlines() if self.log.exists() else []
            return Counter(line.split()[0] for line in lines)

    return Sinking
