import pytest
import time_machine
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from pages.events import changing
from pages.events.choices import Reason
from pages.events.models import Change, EventPage, Occurrence
from pages.events.spoken import statuses
from pages.events.wall import BERLIN
from tests.make.events import at, calendar, event, line
from tests.make.places import room
from tests.make.threads import at_once

FIRST, SECOND = at("2026-12-03 18:15"), at("2026-12-10 18:15")


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def rita(db):
    return User.objects.create(username="rita")


@pytest.fixture
def chor(home):
    return event(calendar(home), "Chor", lines=[line(frequency="weekly", count=3)])


def dates(page):
    rows = Occurrence.objects.filter(page=page)
    return [
        f"{row.starts.astimezone(BERLIN):%m-%d %H:%M} {row.state}"
        + " voll" * row.is_full
        + " anders" * row.is_moved
        for row in rows
    ]


def became(page):
    return [strip_tags(status.words) for status in statuses(page.occurrences.first(), timezone.now())]


def history(page):
    found = PageLogEntry.objects.filter(page=page.pk, action__startswith="events.").order_by("pk")
    return [registry.get_formatter(entry).format_message(entry) for entry in found]


OTHERS = ["12-10 18:15 scheduled", "12-17 18:15 scheduled"]


def test_a_cancelled_date_says_why_and_no_other_date_is_touched(chor, rita):
    changing.cancel(chor, FIRST, rita, Reason.ILLNESS, {"de": "Grippe"})

    assert dates(chor) == ["12-03 18:15 cancelled", *OTHERS]
    row = chor.occurrences.first()
    assert (row.reason, row.reason_note) == ("illness", {"de": "Grippe"})
    assert history(chor) == ["Fällt aus: 3. Dezember 2026, 18:15 Uhr (Krankheit, Grippe)"]
    assert Change.objects.get().made_by == rita


def test_what_was_cancelled_takes_place_again(chor, rita):
    changing.cancel(chor, FIRST, rita, Reason.ILLNESS)
    changing.undo(chor, FIRST, rita)

    assert dates(chor) == ["12-03 18:15 scheduled", *OTHERS]
    assert chor.occurrences.first().reason == ""
    assert history(chor)[1] == "Zurückgenommen: Änderung von 3. Dezember 2026, 18:15 Uhr"


def test_a_postponed_date_stands_on_both_days_and_comes_back(chor, rita):
    changing.postpone(chor, FIRST, rita, at("2026-12-04 17:00"), at("2026-12-04 19:00"), Reason.ROOM)
    postponed = dates(chor)
    changing.undo(chor, FIRST, rita)

    assert postponed == ["12-03 18:15 postponed", "12-04 17:00 scheduled anders", *OTHERS]
    assert dates(chor) == ["12-03 18:15 scheduled", *OTHERS]


def test_a_postponed_date_that_comes_back_to_its_day_stands_there_once(chor, rita):
    changing.postpone(chor, FIRST, rita, at("2026-12-04 17:00"), at("2026-12-04 19:00"), Reason.ROOM)

    changing.move(chor, FIRST, rita, at("2026-12-03 19:00"), at("2026-12-03 20:00"))
    later = dates(chor)
    changing.move(chor, FIRST, rita, FIRST, at("2026-12-03 20:00"))

    assert later == ["12-03 19:00 scheduled anders", *OTHERS]
    assert dates(chor) == ["12-03 18:15 scheduled", *OTHERS]


def test_a_postponed_date_that_is_cancelled_is_cancelled_on_its_new_day(chor, rita):
    changing.postpone(chor, FIRST, rita, at("2026-12-04 17:00"), at("2026-12-04 19:00"))
    changing.cancel(chor, FIRST, rita)
    cancelled = dates(chor)
    changing.undo(chor, FIRST, rita)

    assert cancelled[:2] == ["12-03 18:15 postponed", "12-04 17:00 cancelled anders"]
    assert dates(chor)[:2] == ["12-03 18:15 postponed", "12-04 17:00 scheduled anders"]


def test_another_time_and_another_room_of_one_date(chor, rita):
    changing.move(chor, FIRST, rita, at("2026-12-03 17:00"), at("2026-12-03 18:00"))
    changing.change_room(chor, FIRST, rita, room(name="Küche"))

    assert dates(chor) == ["12-03 17:00 scheduled anders", *OTHERS]
    assert str(chor.occurrences.first().room) == "Küche"
    assert "Anderer Raum: 3. Dezember 2026, 18:15 Uhr, Küche" in history(chor)


def test_a_date_that_only_ends_earlier_is_in_no_other_room(chor, rita):
    changing.move(chor, FIRST, rita, FIRST, at("2026-12-03 19:00"))

    assert became(chor) == ["diesmal 18:15–19 Uhr"]


def test_a_date_that_went_back_to_its_usual_room_is_in_no_other_room(home, rita):
    hall, kitchen = room(name="Saal"), room(name="Küche")
    yoga = event(calendar(home), "Yoga", lines=[line(frequency="weekly", count=3)], room=hall)

    changing.change_room(yoga, FIRST, rita, kitchen)
    elsewhere = became(yoga)
    changing.change_room(yoga, FIRST, rita, hall)

    assert elsewhere == ["diesmal in einem anderen Raum"]
    assert became(yoga) == []


def test_a_date_is_full_and_has_places_again(chor, rita):
    changing.fill(chor, FIRST, rita)
    full = dates(chor)
    changing.free(chor, FIRST, rita)

    assert full[0] == "12-03 18:15 scheduled voll"
    assert dates(chor)[0] == "12-03 18:15 scheduled"


def test_a_date_that_the_schedule_does_not_have_is_refused(chor, rita):
    with pytest.raises(changing.NoSuchDateError):
        changing.cancel(chor, at("2026-12-04 18:15"), rita)

    assert not Change.objects.exists()


def test_the_date_of_another_event_is_not_reached(chor, rita):
    other = event(chor.get_parent(), "Yoga", lines=[line("2026-12-04")])

    with pytest.raises(changing.NoSuchDateError):
        changing.cancel(chor, at("2026-12-04 18:15"), rita)
    assert dates(other) == ["12-04 18:15 scheduled"]


def test_what_is_over_stays_as_it_was(chor, rita):
    with time_machine.travel("2026-12-04 12:00+01:00", tick=False):
        with pytest.raises(changing.DateIsOverError):
            changing.cancel(chor, FIRST, rita)
        changing.postpone(chor, SECOND, rita, at("2026-12-20 10:00"), None)
    with (
        time_machine.travel("2026-12-12 12:00+01:00", tick=False),
        pytest.raises(changing.DateIsOverError),
    ):
        changing.undo(chor, SECOND, rita)

    assert dates(chor)[:2] == ["12-03 18:15 scheduled", "12-10 18:15 postponed"]


def test_a_time_that_the_clock_leaves_out_can_be_cancelled_too(home, rita):
    night = event(calendar(home), "Nachtwache", lines=[line("2027-03-28", "02:30", "05:00")])

    changing.cancel(night, night.occurrences.get().original, rita)

    assert [row.state for row in night.occurrences.all()] == ["cancelled"]


@pytest.mark.django_db(transaction=True)
def test_two_who_change_the_same_date_build_on_each_other(chor, rita, home):
    """One says that it is full, the other moves it: neither is lost, and the table is right."""
    moved = at("2026-12-03 17:00"), at("2026-12-03 18:00")

    at_once(
        lambda: changing.fill(EventPage.objects.get(pk=chor.pk), FIRST, rita),
        lambda: changing.move(EventPage.objects.get(pk=chor.pk), FIRST, rita, *moved),
    )

    assert dates(chor)[0] == "12-03 17:00 scheduled voll anders"
    assert Change.objects.count() == len(history(chor)) - 1 == 1
