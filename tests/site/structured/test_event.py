"""What search engines read of events and their dates is what stands on the page."""

import json
import re
from datetime import date

import pytest
import time_machine

from pages.partners.models import PartnerPage
from tests.make.centre import centre
from tests.make.events import calendar, change, event, line
from tests.make.places import place, room

NAMES = {"@type", "@id"}


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def programme(home):
    centre(name="Haus am Park", city="Berlin")
    return calendar(home)


@pytest.fixture
def read(client, settings):
    """What an address tells of an event."""

    def read(address):
        html = client.get(address).content.decode()
        text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1]
        return next((each for each in json.loads(text)["@graph"] if each["@type"] == "Event"), None)

    return read


def thursdays(**fields):
    return line("2026-11-05", frequency="weekly", **fields)


def test_a_single_event_is_its_date(read, programme, settings):
    page = event(programme, "Konzert", slug="konzert", summary="Mit Harfe.", doors="18:00")

    told = read(page.url)

    assert (told["name"], told["description"]) == ("Konzert", "Mit Harfe.")
    assert told["url"] == f"{settings.SITE_URL}/de/veranstaltungen/konzert/"
    assert told["startDate"] == "2026-12-03T18:15:00+01:00"
    assert told["endDate"] == "2026-12-03T20:00:00+01:00"
    assert told["doorTime"] == "18:00:00"
    assert told["eventStatus"] == "https://schema.org/EventScheduled"
    assert told["organizer"] == {"@id": f"{settings.SITE_URL}/#centre"}


def test_a_date_of_a_series_is_a_part_of_it(read, programme, settings):
    page = event(programme, lines=[thursdays()])
    address = f"{page.url}2026-12-03-1815/"

    told = read(address)

    assert told["url"] == settings.SITE_URL + address
    assert told["superEvent"] == {"@id": f"{settings.SITE_URL}{page.url}#event"}


def test_summer_has_another_offset_than_winter(read, programme):
    told = read(event(programme, lines=[line("2027-06-03")]).url)

    assert told["startDate"] == "2027-06-03T18:15:00+02:00"


def test_whole_days_are_days(read, programme):
    told = read(event(programme, lines=[line("2026-12-03", starts=None, more_days=2)]).url)

    assert (told["startDate"], told["endDate"]) == ("2026-12-03", "2026-12-05")


def test_an_open_end_is_not_guessed(read, programme):
    assert "endDate" not in read(event(programme, lines=[line(ends=None)]).url)


def test_a_cancelled_date_says_so(read, programme):
    page = event(programme)
    change(page, "2026-12-03 18:15", is_cancelled=True)

    assert read(page.url)["eventStatus"] == "https://schema.org/EventCancelled"


@pytest.mark.parametrize("is_postponed", [True, False])
def test_a_moved_date_says_when_it_would_have_been(read, programme, is_postponed):
    page = event(programme, doors="18:00")
    to = {"starts": "2026-12-04 17:00", "ends": "2026-12-04 19:00"}
    change(page, "2026-12-03 18:15", is_postponed=is_postponed, **to)

    told = read(f"{page.url}2026-12-03-1815/")

    assert told["eventStatus"] == "https://schema.org/EventRescheduled"
    assert told["startDate"] == "2026-12-04T17:00:00+01:00"
    assert told["previousStartDate"] == "2026-12-03T18:15:00+01:00"
    assert "doorTime" not in told


def test_what_it_costs_how_many_and_whether_there_are_places_left(read, programme):
    page = event(programme, cost="fixed", price="3.50", seats=12)
    change(page, "2026-12-03 18:15", is_full=True)

    told = read(page.url)

    assert told["offers"][0]["price"] == "3.50"
    assert told["isAccessibleForFree"] is False
    assert (told["maximumAttendeeCapacity"], told["remainingAttendeeCapacity"]) == (12, 0)


def test_nothing_is_claimed_of_a_price_that_one_has_to_ask_for(read, programme):
    told = read(event(programme, cost="on-request").url)

    assert NAMES | {"offers", "isAccessibleForFree"} & told.keys() == NAMES


def test_where_it_is_and_how_one_gets_in(read, programme):
    hall = room("Saal", place=place("Haus", street="Parkweg 1"), steps=0, door_width=95)

    told = read(event(programme, room=hall).url)

    assert told["location"]["name"] == "Saal"
    assert told["location"]["address"]["streetAddress"] == "Parkweg 1"
    assert told["location"]["amenityFeature"][0]["name"] == "Stufenlos"
    assert told["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"


def test_an_event_online_and_in_a_room_is_both(read, programme):
    link = "https://treffen.example/raum"
    online = read(event(programme, is_online=True, online_link=link).url)
    both = read(event(programme, is_online=True, online_link=link, room=room("Saal")).url)

    assert online["location"] == {"@type": "VirtualLocation", "url": link}
    assert online["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert [where["@type"] for where in both["location"]] == ["Place", "VirtualLocation"]
    assert both["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_a_series_tells_its_rhythm(read, programme):
    rule = {"frequency": "weekday", "weekdays": [4], "positions": [2, 4]}
    page = event(programme, lines=[line("2026-11-01", last_day=date(2027, 6, 30), **rule)])

    (schedule,) = read(page.url)["eventSchedule"]

    assert schedule == {
        "@type": "Schedule",
        "repeatFrequency": "P1M",
        "byDay": ["2TH", "4TH"],
        "startDate": "2026-11-12",
        "endDate": "2027-06-30",
        "startTime": "18:15:00",
        "endTime": "20:00:00",
        "scheduleTimezone": "Europe/Berlin",
    }


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"frequency": "daily"}, {"repeatFrequency": "P1D"}),
        ({"frequency": "weekly", "interval": 2}, {"byDay": ["https://schema.org/Thursday"]}),
        ({"frequency": "monthly", "positions": [1, 15]}, {"byMonthDay": [1, 15]}),
        ({"frequency": "yearly"}, {"byMonth": 12, "byMonthDay": 3}),
        ({"frequency": "weekly", "count": 10}, {"repeatCount": 10}),
    ],
)
def test_each_rhythm_has_words_of_its_own(read, programme, rule, told):
    (schedule,) = read(event(programme, lines=[line("2026-12-03", **rule)]).url)["eventSchedule"]

    assert told.items() <= schedule.items()


def test_the_last_day_of_a_month_has_no_words_and_is_not_told_wrong(read, programme):
    told = read(event(programme, lines=[line("2026-12-03", frequency="monthly", positions=[-1])]).url)

    assert "eventSchedule" not in told
    assert told["subEvent"][0]["startDate"].startswith("2026-12-31")


def test_days_left_out_and_cancelled_ones_are_exceptions(read, programme):
    page = event(programme, lines=[thursdays(last_day=date(2027, 2, 1))], left_out=["2026-12-24"])
    change(page, "2026-12-03 18:15", is_cancelled=True)

    (schedule,) = read(page.url)["eventSchedule"]

    assert schedule["exceptDate"] == ["2026-12-03", "2026-12-24"]


def test_a_series_brings_its_next_dates_and_no_more(read, programme, settings):
    page = event(programme, lines=[thursdays()], room=room("Saal"))
    change(page, "2026-12-03 18:15", is_cancelled=True)

    told = read(page.url)

    assert len(told["subEvent"]) == 6
    assert told["subEvent"][1]["eventStatus"] == "https://schema.org/EventCancelled"
    assert told["subEvent"][1]["url"] == f"{settings.SITE_URL}{page.url}2026-12-03-1815/"
    assert told["location"]["@id"] == told["subEvent"][0]["location"]["@id"]


def test_an_event_without_dates_ahead_tells_nothing(read, programme):
    page = event(programme, lines=[thursdays(last_day=date(2026, 11, 20))])

    assert read(page.url) is None


def test_the_partner_runs_it(read, home, programme):
    school = home.add_child(instance=PartnerPage(title="Schule"))

    assert read(event(programme, partner=school).url)["organizer"]["name"] == "Schule"
