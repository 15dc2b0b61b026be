"""What a reader sees of a page."""

import pytest
from bs4 import BeautifulSoup

from tests.make.bricks import words


class Page:
    """What a reader gets at an address of the house."""

    def __init__(self, response):
        self.status, self.soup = response.status_code, BeautifulSoup(response.content, "html.parser")
        self.main = self.soup.main
        self.text = words(self.main) if self.main else ""

    def titles(self, selector="h3"):
        return [words(each) for each in self.main.select(selector)]


@pytest.fixture
def read(client):
    return lambda address, query=None: Page(client.get(address, query))
