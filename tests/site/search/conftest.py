"""Questions to the search page of "Haus am Park"."""

import re
from html import unescape

import pytest
from django.utils.html import strip_tags


class Answer:
    """What a reader sees on the search page."""

    def __init__(self, response):
        self.response = response
        self.html = response.content.decode()
        self.main = re.search(r"<main.*?</main>", self.html, re.S)[0]

    @property
    def heading(self):
        return self._texts(r"<h1>(.*?)</h1>")[0]

    @property
    def titles(self):
        return self._texts(r'<h2 class="hit__title">(.*?)</h2>')

    @property
    def text(self):
        return self._read(self.main)

    @property
    def marked(self):
        return self._texts(r"<mark>(.*?)</mark>")

    def _texts(self, pattern):
        return [self._read(found) for found in re.findall(pattern, self.main, re.S)]

    @staticmethod
    def _read(html):
        return " ".join(unescape(strip_tags(html)).split())


@pytest.fixture
def ask(client, home):
    """Ask the search page as a reader would."""
    return lambda q="", path="/de/suche/", **more: Answer(client.get(path, {"q": q, **more}))
