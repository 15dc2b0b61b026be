"""A house with a list of news, and somebody at the desk."""

import pytest
import time_machine
from bs4 import BeautifulSoup

from pages.announcements.models import AnnouncementPage
from tests.make.announcements import news
from tests.make.bricks import words
from tests.make.editing import editor, filled, volunteer

URGENT = "/admin/urgent/"


@pytest.fixture(autouse=True)
def _on_a_thursday_afternoon():
    with time_machine.travel("2026-12-03 14:30+01:00"):
        yield


@pytest.fixture
def aktuelles(home):
    return news(home)


@pytest.fixture
def vera(client, aktuelles):
    """A volunteer, logged in."""
    user = volunteer("vera")
    client.force_login(user)
    return user


@pytest.fixture
def rita(client, aktuelles):
    """An editor, logged in."""
    user = editor("rita")
    client.force_login(user)
    return user


class Desk:
    """The short form, as somebody fills it in."""

    def __init__(self, client):
        self.client = client

    def form(self, **answers):
        html = self.client.get(URGENT).content.decode()
        return filled(html, **answers)

    def send(self, button="publish", **answers):
        """Fill in and press a button; the answer, after where it leads."""
        return self.client.post(URGENT, {**self.form(**answers), button: ""}, follow=True)

    def read(self, response):
        return words(BeautifulSoup(response.content, "html.parser").body)

    def errors(self, response):
        """What is said to be wrong, by the field at which it stands."""
        html = BeautifulSoup(response.content, "html.parser")
        found = html.select(".desk-field .error-message")
        return {each.find_parent(class_="desk-field")["id"]: words(each) for each in found}


@pytest.fixture
def desk(client):
    return Desk(client)


@pytest.fixture
def made():
    """All announcements, as they are now."""
    return lambda: list(AnnouncementPage.objects.order_by("pk"))


@pytest.fixture
def read_banners(client):
    """What readers read above a page."""

    def read(address="/de/"):
        client.logout()
        page = BeautifulSoup(client.get(address).content, "html.parser")
        return [words(each) for each in page.select(".banners .banner__words")]

    return read
