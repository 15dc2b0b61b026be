"""What somebody else's calendar says, whoever wrote it and however."""

from datetime import UTC, datetime

import pytest

from pages.events.outside.reading import read
from pages.events.outside.trouble import Fault, TroubleError
from pages.events.wall import BERLIN
from tests.make.ical import calendar, event, whole_day

FIRST, LAST = datetime(2026, 11, 1, tzinfo=UTC), datetime(2028, 12, 1, tzinfo=UTC)


def dates(data, first=FIRST, last=LAST):
    """Each date as one reads it: title, day, time, and what became of it."""
    reading = read(data, first, last)
    return [
        f"{one.title} {date.starts.astimezone(BERLIN):%d.%m.%y %H:%M}"
        + (" fällt aus" if date.is_cancelled else "")
        + (" verlegt" if date.is_moved else "")
        for one in reading.events
        for date in one.dates
    ]


def test_an_event_is_told_with_its_place_and_link():
    data = calendar(
        event(LOCATION="Bücherei\\, 1. Stock", URL="https://partner.example/lesen", DESCRIPTION="A\\nB")
    )

    (one,) = read(data, FIRST, LAST).events

    assert (one.title, one.location, one.url) == (
        "Lesekreis",
        "Bücherei, 1. Stock",
        "https://partner.example/lesen",
    )
    assert one.description == "A\nB"
    assert one.dates[0].ends.astimezone(BERLIN).hour == 20


def test_a_series_with_a_day_left_out_one_moved_one_cancelled_and_one_added():
    series = event(
        RRULE="FREQ=WEEKLY;COUNT=4",
        lines=["EXDATE;TZID=Europe/Berlin:20261210T181500", "RDATE;TZID=Europe/Berlin:20261212T100000"],
    )
    moved = event(start="20261218T190000", end="", lines=["RECURRENCE-ID;TZID=Europe/Berlin:20261217T181500"])
    off = event(start="20261224T181500", end="", STATUS="CANCELLED", lines=["RECURRENCE-ID:20261224T171500Z"])

    assert dates(calendar(series, moved, off)) == [
        "Lesekreis 03.12.26 18:15",
        "Lesekreis 12.12.26 10:00",
        "Lesekreis 18.12.26 19:00 verlegt",
        "Lesekreis 24.12.26 18:15 fällt aus",
    ]


def test_a_date_with_another_title_is_told_by_that_title():
    series = event(RRULE="FREQ=WEEKLY;COUNT=2")
    special = event(
        title="Lesekreis mit Gast",
        lines=["RECURRENCE-ID;TZID=Europe/Berlin:20261210T181500"],
        start="20261210T181500",
        end="",
    )

    assert dates(calendar(series, special)) == [
        "Lesekreis 03.12.26 18:15",
        "Lesekreis mit Gast 10.12.26 18:15",
    ]


@pytest.mark.parametrize(
    ("zone", "start", "told"),
    {
        "UTC": ("", "20261203T171500Z", "03.12.26 18:15"),
        "floating": ("", "20261203T181500", "03.12.26 18:15"),
        "Windows": ("W. Europe Standard Time", "20261203T181500", "03.12.26 18:15"),
        "another": ("Europe/London", "20261203T181500", "03.12.26 19:15"),
        "behind a prefix": ("/citadel.org/20210210_1/Europe/London", "20261203T181500", "03.12.26 19:15"),
        "unknown": ("Mitteleuropa (Haus)", "20261203T181500", "03.12.26 18:15"),
        "a folder": ("../../etc/passwd", "20261203T181500", "03.12.26 18:15"),
        "a continent": ("Europe", "20261203T181500", "03.12.26 18:15"),
        "in summer": ("Europe/Berlin", "20270604T181500", "04.06.27 18:15"),
        "the hour that is missing": ("Europe/Berlin", "20270328T023000", "28.03.27 03:30"),
    }.values(),
)
def test_every_clock_is_understood(zone, start, told):
    assert dates(calendar(event(zone=zone, start=start, end=""))) == [f"Lesekreis {told}"]


def test_a_zone_may_say_by_itself_what_it_is_called_elsewhere():
    zone = ["BEGIN:VTIMEZONE", "TZID:Meine Zone", "X-LIC-LOCATION:Europe/London", "END:VTIMEZONE"]

    assert dates(calendar(event(zone="Meine Zone"), lines=zone)) == ["Lesekreis 03.12.26 19:15"]


def test_a_series_keeps_its_time_when_the_clocks_change():
    data = calendar(event(start="20270325T181500", end="", RRULE="FREQ=WEEKLY;COUNT=2"))

    assert dates(data) == ["Lesekreis 25.03.27 18:15", "Lesekreis 01.04.27 18:15"]


@pytest.mark.parametrize(
    ("lines", "days"),
    [([], 1), (["DTEND;VALUE=DATE:20261206"], 3), (["DURATION:P2D"], 2), (["DTEND;VALUE=DATE:20261201"], 1)],
)
def test_whole_days_end_with_their_last_one(lines, days):
    (one,) = read(calendar(whole_day(lines=lines)), FIRST, LAST).events

    (date,) = one.dates
    assert date.is_whole_day
    assert (date.ends.astimezone(BERLIN) - date.starts.astimezone(BERLIN)).days == days
    assert date.starts.astimezone(BERLIN).hour == 0


@pytest.mark.parametrize("ends", ["20261203T170000", "20261203T181500"])
def test_an_end_before_the_beginning_is_no_end(ends):
    (one,) = read(calendar(event(end=ends)), FIRST, LAST).events

    assert one.dates[0].ends is None


def test_only_what_lies_in_the_time_asked_for_is_read():
    data = calendar(
        event(start="20200102T181500", end="", RRULE="FREQ=WEEKLY"), event("2", start="20250101T100000")
    )

    read_dates = dates(data, datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 15, tzinfo=UTC))

    assert read_dates == ["Lesekreis 03.12.26 18:15", "Lesekreis 10.12.26 18:15"]


def test_what_is_marked_private_is_nobodys_business():
    reading = read(calendar(event(CLASS="PRIVATE"), event("2", CLASS="CONFIDENTIAL")), FIRST, LAST)

    assert (reading.events, reading.unreadable) == ((), 0)


ENCODED = {
    "utf-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "latin-1": lambda text: text.encode("latin-1"),
    "utf-16": lambda text: text.encode("utf-16"),
    "unix": lambda text: text.replace("\r\n", "\n").encode(),
    "mac": lambda text: text.replace("\r\n", "\r").encode(),
}


@pytest.mark.parametrize("encode", ENCODED.values(), ids=ENCODED)
def test_every_encoding_and_every_line_end_is_read(encode):
    data = encode(calendar(event(title="Frühstück für Ältere")).decode())

    assert dates(data) == ["Frühstück für Ältere 03.12.26 18:15"]


def test_a_line_folded_in_the_middle_of_a_letter_is_read():
    data = calendar(event(title="Frühstück")).replace("ü".encode(), b"\xc3\r\n \xbc", 1)

    assert dates(data) == ["Frühstück 03.12.26 18:15"]


SPOILT = {
    "a rule by the second": event(RRULE="FREQ=SECONDLY"),
    "a rule by the minute that never comes": event(RRULE="FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=31"),
    "no interval": event(RRULE="FREQ=DAILY;INTERVAL=0"),
    "minus an interval": event(RRULE="FREQ=DAILY;INTERVAL=-1"),
    "not a single time": event(RRULE="FREQ=DAILY;COUNT=0"),
    "several times a day": event(RRULE="FREQ=DAILY;BYHOUR=8,9,10"),
    "a rule of nothing": event(RRULE=""),
    "a rule in Chinese": event(RRULE="RSCALE=CHINESE;FREQ=YEARLY"),
    "a number with too many digits": event(RRULE="FREQ=DAILY;INTERVAL=" + "9" * 5000),
    "no title": event(title=""),
    "the year 1": event(start="00010101T100000"),
    "the year 9999": event(start="99991231T235959"),
    "the 31st of February": event(start="20270231T100000"),
    "25 o'clock": event(start="20270201T250000"),
    "no date": event(start="morgen"),
    "five thousand days long": event(end="", DURATION="P5000D"),
    "a duration of letters": event(end="", DURATION="PTxS"),
    "100,000 dates": event(RDATE=",".join(["20270101T100000"] * 100_000)),
    "this and all following": event(lines=["RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T181500"]),
    "what it leaves out by a rule": event(RRULE="FREQ=DAILY", EXRULE="FREQ=WEEKLY"),
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_an_event_that_cannot_be_read_is_counted_and_hides_no_other(spoilt):
    reading = read(calendar(spoilt, event("good")), FIRST, LAST)

    assert [one.uid for one in reading.events] == ["good"]
    assert reading.unreadable == 1


NO_CALENDARS = {
    "nothing": (b"", Fault.NO_CALENDAR),
    "a text": (b"Guten Tag", Fault.NO_CALENDAR),
    "a web page": (b"\n<!DOCTYPE html><html><body>BEGIN:VCALENDAR", Fault.WEB_PAGE),
    "the first half": (calendar(event())[:-20], Fault.CUT_OFF),
    "zeros": (b"\0" * 100_000, Fault.NO_CALENDAR),
    "a tower": (b"BEGIN:VCALENDAR\r\n" * 100_000, Fault.NESTED),
    "a tower of events": (calendar("BEGIN:VEVENT\r\n" * 100), Fault.NESTED),
    "more than 5,000 events": (calendar(*(event(str(number)) for number in range(5001))), Fault.TOO_MANY),
    "daily for ever, 60 times": (
        calendar(*(event(str(number), RRULE="FREQ=DAILY") for number in range(60))),
        Fault.TOO_MUCH,
    ),
    "never, 5,000 times": (
        calendar(*(event(str(number), RRULE="FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31") for number in range(5000))),
        Fault.TOO_MUCH,
    ),
    "since 1900, 100 times": (
        calendar(
            *(
                event(str(n), start="19000101T100000", end="", RRULE="FREQ=DAILY;COUNT=99999999")
                for n in range(100)
            )
        ),
        Fault.TOO_MUCH,
    ),
}


@pytest.mark.parametrize(("data", "fault"), NO_CALENDARS.values(), ids=NO_CALENDARS)
def test_what_is_no_calendar_or_too_much_of_one_is_refused_as_a_whole(data, fault):
    with pytest.raises(TroubleError) as refused:
        read(data, FIRST, LAST)

    assert refused.value.fault is fault


def test_a_rule_that_never_happens_has_its_first_date():
    assert dates(calendar(event(RRULE="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"))) == ["Lesekreis 03.12.26 18:15"]


def test_of_several_versions_the_newest_counts():
    newer = event(title="Neu", SEQUENCE="2")

    assert dates(calendar(event(title="Alt"), newer, event(title="Älter", SEQUENCE="1"))) == [
        "Neu 03.12.26 18:15"
    ]
