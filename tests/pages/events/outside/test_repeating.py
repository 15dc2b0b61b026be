"""Our dates are those of a program that we did not write, for any rule."""

from datetime import UTC, date, datetime, time, timedelta

import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as some
from icalendar import Calendar

from pages.events.outside.reading import read
from tests.make.ical import calendar, event

FIRST, LAST = datetime(2026, 11, 1, tzinfo=UTC), datetime(2028, 11, 1, tzinfo=UTC)
WEEKDAYS = some.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
DAYS = some.dates(date(2024, 1, 1), date(2027, 12, 31))


def listed(elements, most=3):
    return some.lists(elements, min_size=1, max_size=most, unique=True).map(
        lambda each: ",".join(map(str, each))
    )


def numbers(most):
    return some.integers(1, most) | some.integers(-most, -1)


NTH = some.builds(lambda number, day: f"{number}{day}", numbers(5), WEEKDAYS)
LIMITS = some.one_of(
    some.just(""),
    some.integers(1, 60).map(lambda count: f";COUNT={count}"),
    some.dates(date(2028, 1, 1), date(2028, 9, 1)).map(lambda day: f";UNTIL={day:%Y%m%d}T210000Z"),
)
BY = {
    "DAILY": {
        "BYMONTH": listed(some.integers(1, 12)),
        "BYDAY": listed(WEEKDAYS),
        "BYMONTHDAY": listed(numbers(31)),
    },
    "WEEKLY": {"BYDAY": listed(WEEKDAYS), "BYMONTH": listed(some.integers(1, 12)), "WKST": WEEKDAYS},
    "MONTHLY": {
        "BYMONTHDAY": listed(numbers(31)),
        "BYDAY": listed(NTH) | listed(WEEKDAYS),
        "BYMONTH": listed(some.integers(1, 12)),
    },
    "YEARLY": {
        "BYMONTH": listed(some.integers(1, 12)),
        "BYMONTHDAY": listed(numbers(31)),
        "BYDAY": listed(NTH) | listed(WEEKDAYS),
        "BYYEARDAY": listed(numbers(366)),
    },
}


@some.composite
def rules(draw):
    frequency = draw(some.sampled_from(sorted(BY)))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(some.integers(1, 4))}"]
    names = draw(some.lists(some.sampled_from(sorted(BY[frequency])), max_size=2, unique=True))
    parts += [f"{name}={draw(BY[frequency][name])}" for name in names]
    if set(names) - {"WKST"} and draw(some.booleans()):
        parts.append(f"BYSETPOS={draw(listed(numbers(4), 2))}")
    return ";".join(parts) + draw(LIMITS)


@settings(max_examples=60, deadline=None)
@given(
    rules(),
    DAYS,
    some.sampled_from([time(0, 30), time(2, 30), time(10), time(18, 15), time(23, 45)]),
    some.data(),
)
def test_any_rule_gives_the_same_dates(rule, day, at, data):
    starts = datetime.combine(day, at)
    out = data.draw(some.lists(some.integers(0, 60), max_size=3))
    exdates = [f"EXDATE;TZID=Europe/Berlin:{starts + timedelta(days=each):%Y%m%dT%H%M%S}" for each in out]
    file = calendar(event(start=f"{starts:%Y%m%dT%H%M%S}", end="", RRULE=rule, lines=exdates))

    ours = [date.starts for one in read(file, FIRST, LAST).events for date in one.dates]

    theirs = recurring_ical_events.of(Calendar.from_ical(file)).between(FIRST, LAST)
    assert ours == sorted(one["DTSTART"].dt.astimezone(UTC) for one in theirs)
