"""Events from a file: shown first, made only when somebody says yes, and never twice."""

import re
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page

from pages.events.models import EventPage
from pages.events.upload import views
from tests.make import events as make
from tests.make.editing import editor, volunteer
from tests.make.ical import calendar as file
from tests.make.ical import event
from tests.make.places import room

pytestmark = pytest.mark.django_db
TABLE = (
    "Titel;Datum;Von;Bis;Raum;Beschreibung\n"
    "Nähcafé;14.05.2027;18:15;20:00;Saal;Nadel und Faden\n"
    "Fest;32.05.2027;;;;\n"
    "Singen;15.05.2027;10;;Park am Ufer;\n"
)


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def house(home):
    return make.calendar(home)


@pytest.fixture
def desk(client, house):
    client.force_login(editor())
    return client


def show(client, house, content=TABLE, name="programm.csv"):
    content = content.encode() if isinstance(content, str) else content
    upload = SimpleUploadedFile(name, content)
    return client.post(reverse("upload_events", args=[house.pk]), {"file": upload}).content.decode()


def say_yes(client, house, html, publish="no"):
    signed = re.search(r'name="proposed" value="([^"]+)"', html).group(1)
    answer = client.post(
        reverse("upload_events", args=[house.pk]), {"proposed": signed, "publish": publish}, follow=True
    )
    return answer.content.decode()


def test_every_line_is_shown_before_anything_is_made(desk, house):
    room("Saal")

    html = show(desk, house)

    for said in [
        "2 Veranstaltungen können angelegt werden",
        "Aus einer Zeile kann keine Veranstaltung werden.",
        "Freitag, 14. Mai 2027, 18:15–20",
        "„32.05.2027“ ist kein Datum",
        "Einen Raum „Park am Ufer“ gibt es nicht",
    ]:
        assert said in html.replace("\xa0", " ")
    assert not EventPage.objects.exists()


def test_after_a_yes_there_are_drafts(desk, house):
    hall = room("Saal")

    html = say_yes(desk, house, show(desk, house))

    assert "2 Entwürfe sind angelegt." in html
    sewing, singing = EventPage.objects.order_by("title")
    assert (sewing.title, sewing.live, sewing.room, sewing.summary) == (
        "Nähcafé",
        False,
        hall,
        "Nadel und Faden",
    )
    assert (str(singing.meeting_point), singing.locale) == ("Park am Ufer", house.locale)
    assert singing.lines.get().first_day == date(2027, 5, 15)
    assert not sewing.occurrences.exists()


def test_who_may_publish_can_publish_at_once(desk, house):
    html = say_yes(desk, house, show(desk, house), publish="yes")

    assert "2 Veranstaltungen sind veröffentlicht." in html
    page = EventPage.objects.get(title="Nähcafé")
    assert page.live
    assert page.occurrences.count() == 1
    assert desk.get(page.url).status_code == 200


def test_what_was_made_can_be_edited_as_if_typed(desk, house):
    long = "Wir nähen.\\nKommen Sie!"
    show_html = show(
        desk, house, file(event(RRULE="FREQ=WEEKLY", DESCRIPTION=long, URL="https://a.example/x")), "x.ics"
    )
    say_yes(desk, house, show_html, publish="yes")

    page = EventPage.objects.get()
    form = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "Kommen Sie!" in form
    assert str(page.lines.get()).startswith("jeden Donnerstag")
    assert 'href="https://a.example/x"' in desk.get(page.url).content.decode()


def test_the_same_file_again_makes_nothing(desk, house):
    say_yes(desk, house, show(desk, house))

    html = show(desk, house)

    assert "Gibt es schon" in html
    assert 'name="proposed"' not in html
    assert EventPage.objects.count() == 2


def test_yes_said_twice_is_said_once(desk, house):
    html = show(desk, house)

    say_yes(desk, house, html)
    again = say_yes(desk, house, html)

    assert "2 Veranstaltungen gab es schon." in again
    assert EventPage.objects.count() == 2


def test_two_who_say_yes_at_the_same_moment_make_one(desk, house, monkeypatch):
    html = show(desk, house)
    say_yes(desk, house, html)
    monkeypatch.setattr("pages.events.upload.making.known", lambda *args: set())

    again = say_yes(desk, house, html)

    assert "2 Veranstaltungen gab es schon." in again
    assert EventPage.objects.count() == 2


def test_all_are_made_or_none(desk, house, monkeypatch):
    html = show(desk, house)
    made = []

    def log(page, *args, **kwargs):
        made.append(page)
        if len(made) == 2:
            raise RuntimeError("the power is gone")

    monkeypatch.setattr("pages.events.upload.making.log", log)
    with pytest.raises(RuntimeError):
        say_yes(desk, house, html)

    assert not EventPage.objects.exists()


def test_an_event_of_ours_in_a_file_is_there_already(desk, house):
    ours = make.event(house)

    html = show(desk, house, file(event(f"{ours.translation_key}@haus.example")), "x.ics")

    assert "Gibt es schon" in html


REFUSED = {
    "nothing": (b"", "leer"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "Spalten"),
    "a spreadsheet as it is": (b"PK\x03\x04" + b"\0" * 100, "CSV"),
    "a page": (b"<!DOCTYPE html><html>BEGIN:VCALENDAR", "Webseite"),
    "half a calendar": (file(event())[:-20], "nur ein Teil"),
    "a tower": (b"BEGIN:VCALENDAR\n" * 10_000, "niemand lesen"),
    "an empty calendar": (file(), "keine Veranstaltung"),
    "too large": (b"x" * (2 * 1024 * 1024 + 1), "2 MB"),
    "too many": (("Titel;Datum\n" + "".join(f"Chor {n};1.6.2027\n" for n in range(101))).encode(), "100"),
    "never, a hundred times": (
        file(*(event(str(n), RRULE="FREQ=YEARLY;BYDAY=5MO;BYSETPOS=300") for n in range(100))),
        "zu oft",
    ),
    "by the second": (file(event(RRULE="FREQ=SECONDLY")), "nicht gelesen werden"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_in_a_sentence(desk, house, content, said):
    assert said in show(desk, house, content)
    assert not EventPage.objects.exists()


def test_as_many_as_one_may_bring_are_made(desk, house):
    rows = "".join(f"Chor {number};1.6.2027;10;11;;{'x' * 900}\n" for number in range(100))

    say_yes(desk, house, show(desk, house, f"Titel;Datum;Von;Bis;Raum;Text\n{rows}"))

    assert EventPage.objects.count() == 100


FORGED = ["", "x", "a:b:c", "\0", "proposed" * 1000]


@pytest.mark.parametrize("signed", FORGED)
def test_what_nobody_was_shown_is_not_made(desk, house, signed):
    answer = desk.post(reverse("upload_events", args=[house.pk]), {"proposed": signed}, follow=True)

    assert "noch einmal" in answer.content.decode()
    assert not EventPage.objects.exists()


def test_what_one_was_shown_another_cannot_say_yes_to(client, desk, house):
    html = show(desk, house)
    client.force_login(editor("otto"))

    say_yes(client, house, html)

    assert not EventPage.objects.exists()


def test_volunteers_make_drafts_and_nothing_else(client, house):
    client.force_login(volunteer())

    html = show(client, house)
    say_yes(client, house, html, publish="yes")

    assert "Entwürfe anlegen" in html
    assert "veröffentlichen</button>" not in html
    assert EventPage.objects.filter(live=False).count() == 2


def test_others_do_not_get_in(client, house, django_user_model):
    address = reverse("upload_events", args=[house.pk])

    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.post(address, {"proposed": "x"}).status_code == 302
    assert not EventPage.objects.exists()


def test_only_below_a_calendar(desk, house):
    page = make.event(house)

    assert desk.get(reverse("upload_events", args=[page.pk]), follow=True).status_code == 404


def test_the_way_there_stands_above_the_calendar(desk, house, home):
    address = reverse("upload_events", args=[house.pk])

    assert address in desk.get(reverse("wagtailadmin_explore", args=[house.pk])).content.decode()
    assert address not in desk.get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()


def test_the_example_is_a_file_that_can_be_used(desk, house):
    example = desk.get(reverse("upload_events_example"))

    html = show(desk, house, example.content)

    assert "attachment" in example.headers["Content-Disposition"]
    assert "2 Veranstaltungen können angelegt werden" in html
    assert views.EXAMPLE.startswith("Titel;Datum;Von;Bis;Raum;Beschreibung")
    assert Page.objects.child_of(house).count() == 0
