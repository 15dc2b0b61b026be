"""Any schedule with any changes: who expands the file gets what was planned."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.events import planning
from pages.events.calendars import About, Date, Event, calendar
from pages.events.recurrence import Frequency, Rule
from pages.events.vevent import Said
from pages.events.wall import BERLIN, on_the_clock
from tests.make.other_calendars import read_in_python

FIRST, LAST = date(2026, 9, 1), date(2027, 11, 30)
DAYS = st.dates(FIRST, date(2027, 3, 1))
QUARTERS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(Frequency))
    positions = {
        Frequency.MONTHLY: st.sampled_from([1, 15, 29, 30, 31, -1]),
        Frequency.MONTHLY_BY_WEEKDAY: st.sampled_from([1, 2, 3, 4, 5, -1]),
    }.get(frequency)
    first = draw(DAYS)
    ends = draw(st.sampled_from(["never", "count", "last day"]))
    is_daily = frequency is Frequency.DAILY
    return Rule(
        first,
        frequency,
        interval=draw(st.integers(1, 4)),
        weekdays=tuple(draw(st.sets(st.integers(1, 7), max_size=3))),
        positions=tuple(draw(st.sets(positions, max_size=3))) if positions is not None else (),
        count=draw(st.integers(1, 20)) if ends == "count" else None,
        last_day=first + timedelta(draw(st.integers(0, 200))) if ends == "last day" else None,
        starts=draw(st.none() | QUARTERS),
        ends=draw(st.none() | QUARTERS),
        more_days=0 if is_daily else draw(st.integers(0, 3)),
    )


@st.composite
def programmes(draw):
    """A schedule as planned, with some of its dates cancelled, moved, postponed or full."""
    schedule = planning.Schedule(
        rules=tuple(draw(st.lists(rules(), min_size=1, max_size=3))),
        left_out=frozenset(draw(st.sets(DAYS, max_size=5))),
        skips_school_holidays=draw(st.booleans()),
        on_closed_days=draw(st.sampled_from(["show", "skip", "ignore"])),
    )
    free = planning.FreeDays(
        school=((date(2026, 12, 22), date(2027, 1, 2)),), closed=((date(2027, 2, 1), date(2027, 2, 9), ""),)
    )
    originals = [one.original for one in planning.plan(schedule, free, {}, FIRST, LAST)]
    changes = {}
    for original in draw(st.sets(st.sampled_from(originals), max_size=4)) if originals else ():
        starts = datetime.combine(draw(DAYS), draw(QUARTERS))
        changes[original] = draw(
            st.sampled_from(
                [
                    planning.Difference(is_cancelled=True),
                    planning.Difference(is_full=True),
                    planning.Difference(starts=starts, ends=starts + timedelta(hours=2)),
                    planning.Difference(starts=starts, is_postponed=True),
                    planning.Difference(room=2),
                ]
            )
        )
    return schedule.rules, planning.plan(schedule, free, changes, FIRST, LAST)


def as_date(one):
    return Date(
        original=on_the_clock(one.original),
        starts=on_the_clock(one.slot.starts),
        ends=one.slot.ends and on_the_clock(one.slot.ends),
        is_whole_day=one.slot.whole_day,
        is_usual=one.state == "scheduled" and not one.is_full and not one.is_moved,
        is_left=one.state == "postponed",
        told=(one.state, one.is_full, one.is_moved, one.room),
        row=one,
    )


def words(date, _is_series):
    before = {"cancelled": "ABGESAGT: ", "closed": "ABGESAGT: ", "postponed": "VERSCHOBEN: "}
    full = "AUSGEBUCHT: " if date.row.is_full else ""
    return Said(before.get(date.row.state, full), is_cancelled=date.row.state != "scheduled")


def planned(one):
    states = {
        "cancelled": "CANCELLED cancelled",
        "closed": "CANCELLED cancelled",
        "postponed": "CANCELLED left",
    }
    state = states.get(one.state, "CONFIRMED full" if one.is_full else "CONFIRMED")
    date = as_date(one)
    if date.is_whole_day:
        return *(moment.astimezone(BERLIN).date() for moment in (date.starts, date.ends)), state
    ends = date.ends if date.ends and date.ends > date.starts else None
    return date.starts.astimezone(UTC), ends and ends.astimezone(UTC), state


def test_a_date_in_the_hour_that_comes_twice_ends_when_it_ends():
    starts = datetime(2026, 10, 25, 2, 30)
    change = {
        datetime(2026, 10, 20, 18): planning.Difference(starts=starts, ends=starts + timedelta(hours=2))
    }
    rule = Rule(date(2026, 10, 20), starts=time(18), ends=time(20))
    dates = planning.plan(planning.Schedule((rule,)), planning.FreeDays(), change, FIRST, LAST)

    assert found_in((rule,), dates) == Counter(map(planned, dates))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programmes())
def test_who_expands_the_file_gets_what_was_planned(programme):
    rules, dates = programme

    assert found_in(rules, dates) == Counter(map(planned, dates))


def found_in(rules, dates):
    """What another program finds in the file."""
    changed = datetime(2026, 11, 25, tzinfo=BERLIN)
    event = Event("key", "house.example", tuple(map(as_date, dates)), changed, words, rules)
    return Counter(read_in_python(b"".join(calendar(About("Haus"), [event]))))
