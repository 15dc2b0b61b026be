"""A calendar file as events of ours: the same dates, as series where we have words for them."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings

from pages.events.outside.reading import read as outside
from pages.events.recurrence import slots
from pages.events.sentences import sentence
from pages.events.upload.ical import AHEAD, read
from pages.events.upload.proposal import Note, packed, unpacked
from pages.events.wall import BERLIN
from tests.make.ical import calendar, event, whole_day
from tests.pages.events.outside.test_repeating import rules

TODAY = date(2026, 11, 25)


def the_event(*events):
    (proposal,) = read(calendar(*events), TODAY).events
    return proposal


def said(*events):
    return [sentence(rule).replace("\xa0", " ") for rule in the_event(*events).rules]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY", "jeden Donnerstag, 18:15–20 Uhr"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "alle 2 Wochen am Dienstag und Donnerstag, 18:15–20 Uhr"),
        ("FREQ=MONTHLY;BYDAY=1TH,3TH", "jeden 1. und 3. Donnerstag im Monat, 18:15–20 Uhr"),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", "jeden 1. Donnerstag im Monat, 18:15–20 Uhr"),
        ("FREQ=MONTHLY", "am 3. jedes Monats, 18:15–20 Uhr"),
        ("FREQ=DAILY;COUNT=5", "jeden Tag, 18:15–20 Uhr, 5-mal"),
        (
            "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            "jeden Montag, Dienstag, Mittwoch, Donnerstag und Freitag, 18:15–20 Uhr",
        ),
        ("FREQ=WEEKLY;UNTIL=20261231T230000Z", "jeden Donnerstag, 18:15–20 Uhr, bis 1. Januar 2027"),
        ("FREQ=YEARLY", "jedes Jahr am 3. Dezember, 18:15–20 Uhr"),
    ],
)
def test_a_series_stays_a_series(rule, words):
    assert said(event(RRULE=rule)) == [words]


def test_what_is_left_out_moved_and_added_is_so_with_us():
    proposal = the_event(
        event(
            RRULE="FREQ=WEEKLY;COUNT=5",
            lines=["EXDATE;TZID=Europe/Berlin:20261210T181500", "RDATE;TZID=Europe/Berlin:20261212T100000"],
        ),
        event(start="20261218T190000", end="", lines=["RECURRENCE-ID;TZID=Europe/Berlin:20261217T181500"]),
        event(start="20261224T181500", STATUS="CANCELLED", lines=["RECURRENCE-ID:20261224T171500Z"], end=""),
    )

    found = slots(proposal.rules, TODAY, date(2028, 1, 1), frozenset(proposal.left_out))
    assert [f"{slot.starts:%m-%d %H:%M}" for slot in found] == [
        *("12-03 18:15", "12-12 10:00", "12-18 19:00", "12-31 18:15"),
    ]
    assert [remark.note for remark in proposal.remarks] == [Note.CANCELLED]
    assert unpacked(packed([proposal]))[0].rules == proposal.rules


@settings(max_examples=60, deadline=None)
@given(rules())
def test_whatever_the_rule_its_dates_are_the_same_with_us(rule):
    from_theirs = event(RRULE=rule, start="20261126T181500", end="20261126T200000")
    proposed = read(calendar(from_theirs), TODAY)

    for proposal in proposed.events:
        found = slots(proposal.rules, TODAY, TODAY + AHEAD, frozenset(proposal.left_out))
        ours = [slot.starts for slot in found if slot.starts.date() < TODAY + AHEAD]
        assert ours == _theirs(from_theirs)
    assert len(proposed.events) + len(proposed.faults) == 1


def _theirs(one):
    first, last = (datetime.combine(day, datetime.min.time(), BERLIN) for day in (TODAY, TODAY + AHEAD))
    return [
        date.starts.astimezone(BERLIN).replace(tzinfo=None)
        for each in outside(calendar(one), first, last).events
        for date in each.dates
    ]


def test_a_rule_without_words_becomes_single_dates_and_that_is_said():
    proposal = the_event(event(RRULE="FREQ=MONTHLY;BYMONTHDAY=3,15,27;COUNT=4"))

    assert len(proposal.rules) == 4
    assert [(remark.note, remark.about) for remark in proposal.remarks] == [(Note.SINGLE_DATES, "4")]


@pytest.mark.parametrize(
    ("first", "more", "words"),
    [
        ("20261203", [], "Donnerstag, 3. Dezember 2026"),
        (
            "20261203",
            ["DTEND;VALUE=DATE:20261206"],
            "Donnerstag, 3. Dezember 2026 bis Samstag, 5. Dezember 2026",
        ),
    ],
)
def test_whole_days_are_whole_days(first, more, words):
    assert said(whole_day(first=first, lines=more)) == [words]


@pytest.mark.parametrize(
    ("end", "slot"),
    [
        ("20261204T020000", "2026-12-04 02:00"),
        ("20261205T020000", "2026-12-05 02:00"),
        ("20261205T230000", "2026-12-05 23:00"),
        ("20261203T235959", "2026-12-03 23:59"),
    ],
)
def test_it_ends_when_it_ends(end, slot):
    proposal = the_event(event(end=end))

    (one,) = slots(proposal.rules, TODAY, date(2027, 1, 1))
    assert f"{one.ends:%Y-%m-%d %H:%M}" == slot


HOSTILE = {
    "a rule by the second": event(RRULE="FREQ=SECONDLY"),
    "never": event(RRULE="FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=31"),
    "the year 9999": event(start="99990101T000000", end=""),
    "the year 1900": event(start="19000101T000000", end=""),
    "no title": event(title=""),
    "all cancelled": event(STATUS="CANCELLED"),
    "half a year long": event(end="20270603T200000"),
    "too many single dates": event(RRULE="FREQ=DAILY;BYMONTHDAY=1,3,5,7,9,11,13,15,17"),
}


@pytest.mark.parametrize("one", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_made_is_said_with_its_line(one):
    proposed = read(calendar(event("gut"), one), TODAY)

    assert [each.told for each in proposed.events] == ["gut"]
    assert [each.number for each in proposed.faults] == [10]
