"""Calendars of others beside our own: what their source says, no more, no less, and nothing twice."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from pages.events.listing import open_dates, told, upcoming
from pages.events.models import Occurrence, OutsideCalendar, OutsideEvent
from pages.events.outside import keeping, rows
from pages.events.outside.fetching import Fetched
from pages.events.outside.keeping import bring_in, fetch_due
from pages.events.outside.own import key_of
from pages.events.outside.trouble import Fault, TroubleError
from pages.events.wall import BERLIN
from tests.make import events as make
from tests.make.ical import calendar, event, whole_day

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def partners(name="Bücherei", **fields):
    fields.setdefault("url", f"https://{name.lower()}.example/marder.ics")
    return OutsideCalendar.objects.create(name=name, website="https://partner.example/", **fields)


@pytest.fixture
def sources(monkeypatch):
    """What stands at which address; a fault is raised. `sources.asked` says what was asked for."""

    class Sources(dict):
        asked = []

    found = Sources()

    def fetch(url, etag, rules):
        found.asked.append((url, etag))
        answer = found[url]
        if isinstance(answer, Exception):
            raise answer
        return Fetched(answer, '"2"')

    found.asked = []
    monkeypatch.setattr(keeping, "fetch", fetch)
    return found


@pytest.fixture
def bring(sources):
    """Fetch a calendar at whose address a file with these events stands."""

    def bring(calendar_of_others, *events, now=NOW):
        sources[calendar_of_others.url] = calendar(*events)
        fault = bring_in(OutsideCalendar.objects.get(pk=calendar_of_others.pk), now)
        calendar_of_others.refresh_from_db()
        return fault

    return bring


def shown():
    dates = Occurrence.objects.select_related("outside").order_by("starts", "pk")
    return [
        f"{each.outside.title} {each.starts.astimezone(BERLIN):%d.%m. %H:%M} {each.state}" for each in dates
    ]


def test_their_dates_stand_among_ours(home, bring):
    house = make.calendar(home)
    make.event(house, "Nähcafé", lines=[make.line("2026-12-04")])
    bring(partners(), event(), whole_day("2", first="20261205"))

    titles = [(each.title, each.url) for each in told(upcoming(open_dates(house), NOW))]

    assert titles == [
        ("Lesekreis", "https://partner.example/"),
        ("Nähcafé", "/de/veranstaltungen/naehcafe/2026-12-04-1815/"),
        ("Sommerfest", "https://partner.example/"),
    ]


def test_what_the_source_changes_is_changed_and_what_it_removes_is_removed(bring):
    others = partners()
    bring(others, event("1", RRULE="FREQ=WEEKLY;COUNT=2"), event("2", "Basar"))

    bring(
        others,
        event("1", "Lesekreis neu", RRULE="FREQ=WEEKLY;COUNT=2", STATUS="CANCELLED"),
        event("3", "Fest"),
    )
    assert sorted(shown()) == [
        "Fest 03.12. 18:15 scheduled",
        "Lesekreis neu 03.12. 18:15 cancelled",
        "Lesekreis neu 10.12. 18:15 cancelled",
    ]

    bring(others, event("1", start="20261203T190000"))
    assert shown() == ["Lesekreis 03.12. 19:00 scheduled"]
    assert OutsideEvent.objects.count() == 1


def test_the_same_again_changes_nothing(bring):
    others = partners()
    bring(others, event(RRULE="FREQ=DAILY;COUNT=9"), whole_day("2"))
    before = list(Occurrence.objects.order_by("pk").values())

    bring(others, event(RRULE="FREQ=DAILY;COUNT=9"), whole_day("2"), now=NOW + timedelta(hours=1))

    assert list(Occurrence.objects.order_by("pk").values()) == before


def test_one_month_back_and_two_years_ahead_are_kept(bring):
    bring(partners(), event(start="20200101T100000", end="", RRULE="FREQ=WEEKLY"))

    first, last = Occurrence.objects.first().starts, Occurrence.objects.last().starts
    assert timedelta(days=24) <= NOW - first <= timedelta(days=31)
    assert timedelta(days=724) <= last - NOW <= timedelta(days=731)


FAULTS = [Fault.SLOW, Fault.GONE, Fault.UNREACHABLE, Fault.TOO_LARGE]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_source_that_cannot_be_fetched_leaves_everything_as_it_was(bring, sources, fault):
    others = partners()
    bring(others, event())
    sources[others.url] = TroubleError(fault)

    assert bring_in(others, NOW + timedelta(hours=1)) is fault

    others.refresh_from_db()
    assert shown() == ["Lesekreis 03.12. 18:15 scheduled"]
    assert (others.trouble, others.fetched_at) == (fault, NOW)
    assert others.tried_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize("data", [b"<html>", b"", calendar(event("9"))[:-10], b"BEGIN:VCALENDAR\n" * 99])
def test_a_source_that_is_broken_does_so_too(bring, sources, data):
    others = partners()
    bring(others, event())
    sources[others.url] = data

    assert bring_in(others, NOW)
    assert shown() == ["Lesekreis 03.12. 18:15 scheduled"]


def test_what_nobody_foresaw_is_noted_without_the_address_and_stops_no_other(
    bring, sources, monkeypatch, caplog
):
    broken, fine = partners("Aaa"), partners("Bbb")
    sources |= {broken.url: ValueError(f"oh {broken.url}"), fine.url: calendar(event())}

    fetch_due(NOW)

    broken.refresh_from_db()
    assert broken.trouble == Fault.BROKEN
    assert shown() == ["Lesekreis 03.12. 18:15 scheduled"]
    assert "marder" not in caplog.text


def test_a_crash_in_the_middle_leaves_everything_as_it_was(bring, monkeypatch):
    others = partners()
    bring(others, event())
    monkeypatch.setattr(rows, "_write_dates", lambda *args: 1 / 0)

    assert bring(others, event("2", "Basar")) is Fault.BROKEN

    assert shown() == ["Lesekreis 03.12. 18:15 scheduled"]


def test_an_empty_calendar_is_empty(bring):
    others = partners()
    bring(others, event())

    assert bring(others) is None
    assert shown() == []


def test_an_event_of_ours_that_comes_back_is_left_out(home, bring):
    house = make.calendar(home)
    ours = make.event(house)
    uploaded = make.event(house, "Chor", translation_key=key_of(house.translation_key, "4711@haus"))
    back = [f"{ours.translation_key}@haus.example", f"{ours.translation_key.hex}-20261203", "4711@haus"]

    bring(partners(), *(event(uid) for uid in back), event(str(UUID(int=7)), "Fremd"))

    assert [each.uid for each in OutsideEvent.objects.all()] == [str(UUID(int=7))]
    assert uploaded.occurrences.count() == 1


@pytest.mark.parametrize("first", [0, 1])
def test_what_stands_in_two_calendars_is_shown_once(bring, first):
    both = [partners("Aaa"), partners("Bbb")]

    for others in (both[first], both[1 - first]):
        bring(others, event("same"), event(others.name, others.name))

    assert sorted(shown()) == [f"{name} 03.12. 18:15 scheduled" for name in ("Aaa", "Bbb", "Lesekreis")]
    assert OutsideEvent.objects.get(uid="same").calendar == both[0]


def test_what_has_not_changed_is_read_anew_only_once_a_day(bring, sources):
    others = partners()
    bring(others, event())
    sources[others.url] = None

    bring_in(others, NOW + timedelta(hours=1))
    bring_in(others, NOW + timedelta(days=1))

    assert [etag for _url, etag in sources.asked] == ["", '"2"', ""]
    assert shown() == ["Lesekreis 03.12. 18:15 scheduled"]


def test_who_was_asked_within_the_hour_is_not_asked_again(sources):
    for name, minutes in (("Eben", 10), ("Lange", 90), ("Nie", None)):
        others = partners(name, tried_at=minutes and NOW - timedelta(minutes=minutes))
        sources[others.url] = calendar()
    partners("Abgestellt", is_active=False)

    fetch_due(NOW)

    assert [url for url, _etag in sources.asked] == [
        "https://nie.example/marder.ics",
        "https://lange.example/marder.ics",
    ]


def test_a_round_ends_before_others_have_waited_too_long(sources, monkeypatch):
    for number in range(9):
        others = partners(f"Nr{number}")
        sources[others.url] = calendar()
    clock = iter(range(0, 9999, 25))
    monkeypatch.setattr(keeping, "monotonic", lambda: float(next(clock)))

    fetch_due(NOW)

    assert len(sources.asked) == 2


MEANWHILE = {
    "deleted": lambda others: others.delete(),
    "moved": lambda others: OutsideCalendar.objects.update(url="https://neu.example/"),
    "fetched": lambda others: OutsideCalendar.objects.update(fetched_at=NOW + timedelta(minutes=1)),
}


@pytest.mark.parametrize("happens", MEANWHILE.values(), ids=MEANWHILE)
def test_what_happens_to_a_calendar_while_it_is_fetched_counts_more(monkeypatch, happens):
    others = partners()

    def fetch(url, etag, rules):
        happens(OutsideCalendar.objects.get(pk=others.pk))
        return Fetched(calendar(event()), "")

    monkeypatch.setattr(keeping, "fetch", fetch)

    assert bring_in(others, NOW) is None
    assert shown() == []


def test_a_calendar_that_is_switched_off_is_not_shown(bring):
    others = partners()
    bring(others, event())
    OutsideCalendar.objects.update(is_active=False)

    assert list(upcoming(open_dates(), NOW)) == []


def test_a_deleted_calendar_takes_its_dates_along(bring):
    others = partners()
    bring(others, event())
    others.delete()

    assert (OutsideEvent.objects.count(), Occurrence.objects.count()) == (0, 0)


def test_reading_it_in_asks_the_same_number_of_questions_however_long_it_is(
    bring, django_assert_max_num_queries
):
    others = partners()

    with django_assert_max_num_queries(20):
        bring(others, *(event(str(number)) for number in range(90)))

    assert OutsideEvent.objects.count() == 90
