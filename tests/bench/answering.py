"""One house in one process, asked through the whole stack but without a socket."""

import time

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from pages.events.models import EventPage
from pages.events.occurrences import rebuild
from quartier.operations.founding import found
from tests.bench.filling import fill


class Answering:
    """A founded house with a full calendar."""

    def __init__(self, *size):
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        found("Haus am Park", settings.SITE_URL)
        self.calendar = fill(Site.objects.get().root_page.specific, *size)
        self.client = Client(SERVER_NAME="127.0.0.1")

    def round(self, questions) -> dict[str, tuple[float, int]]:
        """CPU milliseconds and queries of each question, and of the rebuild of one event."""
        told = {name: self._asked(f"{self.calendar.url}{query}") for name, query in questions.items()}
        page = EventPage.objects.last()
        page.occurrences.all().delete()
        told["rebuild of one event"] = self._measured(lambda: rebuild(page))
        return told

    def _asked(self, address):
        def ask():
            answer = self.client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
            answer.getvalue()

        return self._measured(ask)

    @staticmethod
    def _measured(work):
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            start = time.process_time()
            work()
            spent = (time.process_time() - start) * 1000
        return spent, len(queries)
