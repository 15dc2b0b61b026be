"""Houses in one process, asked through the whole stack but without a socket and without any cache."""

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
from tests.bench.filling import fill, many_pages


class Answering:
    """A founded house that answers questions: name → address."""

    def __init__(self, questions):
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        found("Haus am Park", settings.SITE_URL)
        self.home = Site.objects.get().root_page.specific
        self.questions = questions
        self.client = Client(SERVER_NAME="127.0.0.1")

    def round(self) -> dict[str, tuple[float, int]]:
        """CPU milliseconds and queries of each question."""
        return {name: self._asked(address) for name, address in self.questions.items()}

    def _asked(self, address):
        def ask():
            answer = self.client.get(address)
            assert answer.status_code < 500, (address, answer.status_code)
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


class FullCalendar(Answering):
    """One with many events."""

    def __init__(self, questions, *size):
        super().__init__(questions)
        calendar = fill(self.home, *size)
        self.questions = {name: f"{calendar.url}{query}" for name, query in questions.items()}

    def round(self):
        """Those, and the rebuild of one event."""
        told = super().round()
        page = EventPage.objects.last()
        page.occurrences.all().delete()
        return {**told, "rebuild of one event": self._measured(lambda: rebuild(page))}


class FullTree(Answering):
    """One with many plain pages in areas, and as many services."""

    def __init__(self, questions, number):
        super().__init__(questions)
        many_pages(self.home, number)
