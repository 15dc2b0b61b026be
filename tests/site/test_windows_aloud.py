import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders

from tests.make.events import calendar, event
from tests.make.pages import plain_page

pytestmark = pytest.mark.django_db


def button(client, page):
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    return html.select_one("[data-aloud]")


def test_a_page_with_a_text_can_be_read_aloud_and_shows_so_only_where_there_is_a_voice(client, home):
    found = button(client, plain_page(home, body=[("text", "<p>Kommen Sie herein.</p>")]))

    assert found.has_attr("hidden")
    assert [each.get_text(strip=True) for each in found.select("button")] == ["Vorlesen", "Vorlesen beenden"]
    assert all(each["type"] == "button" for each in found.select("button"))
    assert found.select("button")[1].has_attr("hidden")


def test_its_script_is_a_module_of_our_own_and_loaded_with_the_button_only(client, home):
    page = plain_page(home)
    scripts = [
        re.findall(r"<script[^>]*aloud[^>]*>", client.get(url).content.decode())
        for url in (page.url, home.url)
    ]

    assert scripts == [['<script type="module" src="/static/js/aloud.js">'], []]


def test_an_event_can_be_read_aloud_and_the_calendar_cannot(client, home):
    dates = calendar(home)

    assert button(client, event(dates))
    assert not button(client, dates)


def test_nothing_is_said_by_a_voice_from_elsewhere():
    script = Path(finders.find("js/aloud.js")).read_text()

    assert "voice.localService" in script
    assert not re.search(r"fetch\(|XMLHttpRequest|sendBeacon|WebSocket|import ", script)
