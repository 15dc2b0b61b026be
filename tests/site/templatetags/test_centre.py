import re
from base64 import b64encode
from hashlib import sha256

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext

from quartier.context import House
from tests.make.centre import centre, closed, opening_hours

MONDAY = time_machine.travel("2026-05-11 10:00+02:00", tick=False)


@pytest.fixture
def say(rf, home):
    """Renders a bit of a template as it stands on a page."""

    def say(text, **context):
        request = rf.get("/de/")
        made = Template("{% load centre %}" + text).render(
            Context({"house": House(request), "request": request, **context})
        )
        return BeautifulSoup(made, "html.parser").get_text(" ", strip=True)

    return say


STATUS = "{% opening_status as door %}{{ door.state }} {{ door.change }} {{ door.reason }}"


@MONDAY
def test_the_first_opening_hours_say_whether_the_house_is_open(say):
    opening_hours("Café", [(1, "14:00", "17:00")], sort_order=2)
    opening_hours("Haus", [(1, "09:00", "18:00")], sort_order=1)

    assert say(STATUS) == "Jetzt geöffnet bis 18 Uhr"


@MONDAY
def test_a_closed_day_of_the_house_closes_each_part_of_it(say):
    opening_hours("Haus")
    closed("2026-05-11", "2026-05-11", "Betriebsausflug")

    assert say(STATUS) == "Heute geschlossen öffnet am Montag, 18. Mai , um 9 Uhr Betriebsausflug"


def test_a_house_without_opening_hours_says_nothing(say):
    opening_hours("Haus", times=[])

    assert say("{% opening_status as door %}{{ door }}") == "None"


@MONDAY
def test_the_table_tells_the_week_and_what_will_be_different(say):
    hours = opening_hours(
        "Büro",
        [(1, "09:00", "12:00"), (1, "14:00", "18:00"), (2, "09:00", "12:00"), (3, "09:00", "12:00")],
        [("2026-05-14", "2026-05-14", "10:00", "11:00", "Himmelfahrt")],
        note="Bitte klingeln",
    )
    closed("2026-05-25", "2026-05-26", "Pfingsten")

    said = say("{% opening_hours_table hours %}", hours=hours)

    assert said == (
        "Büro Montag 9–12 Uhr, 14–18 Uhr Dienstag und Mittwoch 9–12 Uhr "
        "Donnerstag bis Sonntag geschlossen "
        "Bitte klingeln In den nächsten Wochen anders: 14. Mai : 10–11 Uhr (Himmelfahrt) "
        "25. bis 26. Mai : das ganze Haus ist geschlossen (Pfingsten)"
    )


@MONDAY
def test_the_whole_house_is_closed_once_and_not_once_for_each_of_its_parts(client, home):
    opening_hours("Haus")
    opening_hours("Büro")
    closed("2026-05-25", "2026-05-26", "Pfingsten")

    html = client.get("/de/").content.decode()

    assert html.count("(Pfingsten)") == 1


def test_many_opening_hours_cost_no_more_questions_than_one(say, django_assert_max_num_queries):
    page = "{% all_opening_hours as all %}{% for hours in all %}{% opening_hours_table hours %}{% endfor %}"
    closed("2030-01-01", "2030-01-01")
    opening_hours("Haus", exceptions=[("2030-01-02", "2030-01-02", None, None, "Neujahr")])
    with CaptureQueriesContext(connection) as alone:
        say(STATUS + page)
    for number in range(5):
        opening_hours(f"Teil {number}", exceptions=[("2030-01-02", "2030-01-02", None, None, "Neujahr")])

    with django_assert_max_num_queries(len(alone)):
        said = say(STATUS + page)

    assert "Teil 4" in said


def test_what_is_said_in_another_language_is_marked(say, settings):
    name = opening_hours({"en": "Office"}).name

    marked = Template("{% load centre %}{% wording name %}").render(Context({"name": name}))

    assert marked == '<span lang="en" dir="ltr">Office</span>'


def style(html):
    return re.search(r"<style>(:root[^<]+)</style>", html)


def test_the_colour_of_the_centre_reaches_the_page_and_its_policy_allows_it(client, home):
    centre(colour="#0057b8")

    response = client.get("/de/")

    sheet = style(response.content.decode())[1]
    fingerprint = b64encode(sha256(sheet.encode()).digest()).decode()
    assert f"'sha256-{fingerprint}'" in response.headers["Content-Security-Policy"]
    assert "--brand:#00" in sheet


@pytest.mark.parametrize("colour", ["#a3341f", "#A3341F", "red", "</styl"])
def test_the_usual_colour_needs_no_style_and_nonsense_gets_none(client, home, colour):
    centre(colour=colour)

    response = client.get("/de/")

    assert response.status_code == 200
    assert not style(response.content.decode())


def test_outside_of_a_request_there_is_no_colour():
    assert Template("{% load centre %}{% house_style %}").render(Context({})) == ""
