"""The calendar in November 2026, and what a reader sees of it."""

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests.make.events import calendar


class Seen:
    """What a reader sees of one address."""

    def __init__(self, response):
        self.response = response
        self.soup = BeautifulSoup(response.content, "html.parser")

    @property
    def heading(self):
        return text(self.soup.select_one("#ergebnis"))

    @property
    def window(self):
        return text(self.soup.title)

    @property
    def said(self):
        return text(self.soup.select_one(".calendar__answer"))

    @property
    def titles(self):
        """Of all dates, in a diary or in a month."""
        found = self.soup.select(".date-entry__title, .month__dates li > a")
        return [text(each) for each in found if not text(each).startswith("+")]

    @property
    def days(self):
        """The titles by the words for their day."""
        return {
            text(day.select_one("h3 .unseen")): [text(each) for each in day.select(".date-entry__title")]
            for day in self.soup.select(".agenda__day")
        }

    @property
    def chips(self):
        return {text(chip): chip["href"] for chip in self.soup.select(".chips .pill")}

    def link(self, words):
        """The address behind these words, or None."""
        found = [a["href"] for a in self.soup.select("main a") if text(a) == words]
        return found[0] if found else None

    def offered(self, name):
        return [text(box.parent) for box in self.soup.select(f'input[type="checkbox"][name="{name}"]')]

    @property
    def is_hidden_from_robots(self):
        return bool(self.soup.select_one('meta[name="robots"][content="noindex"]'))


def text(soup):
    words = soup.get_text(" ").replace("\N{NO-BREAK SPACE}", " ").split() if soup else ()
    return " ".join(words).replace(" – ", "–").replace(" ,", ",")


@pytest.fixture(autouse=True)
def _in_november():
    """It is Wednesday, 25 November 2026, at noon."""
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def house(home):
    return calendar(home)


@pytest.fixture
def look(client, house):
    """Look at the calendar with a query string."""

    def look(query=""):
        response = client.get(f"{house.url}{query}")
        assert response.status_code == 200
        return Seen(response)

    return look
