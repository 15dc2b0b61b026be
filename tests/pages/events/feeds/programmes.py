"""Events of every kind: what a volunteer can enter, and what can become of it. Today is 25 November 2026."""

from datetime import date

from tests.make.events import change, event, line
from tests.make.places import place, room

THURSDAYS = {"first_day": "2026-12-03", "frequency": "weekly"}
THREE = [THURSDAYS | {"count": 3}]
FRIDAY = {"starts": "2026-12-04 17:00", "ends": "2026-12-04 19:00"}
LAST_DAY = date(2027, 6, 30)


def programme(parent, lines=({},), changes=None, elsewhere="", **fields):
    """An event with these lines and, by their original moments, changes."""
    page = event(parent, lines=[line(**each) for each in lines], **fields)
    for original, facts in (changes or {}).items():
        change(page, original, **facts)
    if elsewhere:
        change(page, elsewhere, room=room("Garten", place("Hof")))
    return page


SINGLE = {
    "one evening": {},
    "open end": {"lines": [{"ends": None}]},
    "past midnight": {"lines": [{"starts": "22:00", "ends": "03:00"}]},
    "until midnight": {"lines": [{"starts": "22:00", "ends": "00:00"}]},
    "a whole day": {"lines": [{"starts": None}]},
    "several whole days": {"lines": [{"starts": None, "more_days": 3}]},
    "a weekend with times": {"lines": [{"starts": "17:00", "ends": "15:00", "more_days": 2}]},
    "several single dates": {
        "lines": [
            {},
            {"first_day": "2026-12-09", "starts": "10:00"},
            {"first_day": "2027-03-01", "starts": None},
        ]
    },
    "in the hour that comes twice": {
        "lines": [{"first_day": "2027-10-31", "starts": "02:15", "ends": "02:45"}]
    },
    "in the hour that is missing": {
        "lines": [{"first_day": "2027-03-28", "starts": "02:15", "ends": "02:45"}]
    },
}
SERIES = {
    "every week": [THURSDAYS],
    "every other week since two years": [{"first_day": "2024-10-03", "frequency": "weekly", "interval": 2}],
    "every other week on two days": [
        {"frequency": "weekly", "interval": 2, "weekdays": [1, 4], "last_day": LAST_DAY}
    ],
    "2nd and 4th Thursday": [{"frequency": "weekday", "weekdays": [4], "positions": [2, 4]}],
    "1st and last Monday and Friday": [{"frequency": "weekday", "weekdays": [1, 5], "positions": [1, -1]}],
    "last Friday of every other month": [
        {"first_day": "2026-11-28", "frequency": "weekday", "interval": 2, "weekdays": [5], "positions": [-1]}
    ],
    "5th Monday": [{"frequency": "weekday", "weekdays": [1], "positions": [5]}],
    "on the 31st": [{"first_day": "2026-12-31", "frequency": "monthly"}],
    "on the 30th of every third month": [{"first_day": "2026-11-30", "frequency": "monthly", "interval": 3}],
    "on the 15th and the last day": [{"frequency": "monthly", "positions": [15, -1]}],
    "on the 31st and the last day": [{"frequency": "monthly", "positions": [31, -1]}],
    "on 29 February": [{"first_day": "2024-02-29", "frequency": "yearly"}],
    "every year": [{"first_day": "2020-12-06", "frequency": "yearly", "starts": None}],
    "every third day": [{"frequency": "daily", "interval": 3, "count": 50}],
    "each of thirty days": [{"frequency": "daily", "starts": None, "count": 30}],
    "open end": [THURSDAYS | {"ends": None}],
    "several days": [THURSDAYS | {"starts": "17:00", "ends": "15:00", "more_days": 2}],
    "whole weekends": [{"first_day": "2026-12-05", "frequency": "weekly", "starts": None, "more_days": 1}],
    "all night": [{"first_day": "2026-12-05", "frequency": "weekly", "starts": "22:00", "ends": "04:00"}],
    "all night, since a night in October": [
        {"first_day": "2026-10-24", "frequency": "weekly", "starts": "22:00", "ends": "04:00"}
    ],
    "in an hour that is missing once a year": [
        {"first_day": "2026-12-06", "frequency": "weekly", "starts": "02:30", "ends": "03:30"}
    ],
    "to an hour that comes twice": [
        {"first_day": "2026-10-25", "frequency": "weekly", "starts": "01:00", "ends": "02:30"}
    ],
    "two that meet": [THURSDAYS, {"frequency": "daily", "ends": "21:00", "count": 40}],
    "three from the same evening": [
        {"first_day": "2026-12-01", "frequency": "daily", "count": 3},
        THURSDAYS | {"count": 5},
        {"frequency": "daily", "interval": 2, "count": 9},
    ],
    "other from a date on": [
        {"first_day": "2026-10-01", "frequency": "weekly", "last_day": date(2026, 12, 31)},
        {"first_day": "2027-01-06", "frequency": "weekly", "starts": "19:00", "ends": "21:00"},
    ],
    "with one more": [*THREE, {"first_day": "2026-12-26"}],
    "one more first": [{"first_day": "2026-12-10", "ends": "22:00"}, *THREE],
}
CHANGED = {
    "cancelled": {"changes": {"2026-12-03 18:15": {"is_cancelled": True, "reason": "illness"}}},
    "the first one cancelled": {"lines": THREE, "changes": {"2026-12-03 18:15": {"is_cancelled": True}}},
    "all cancelled": {
        "lines": THREE,
        "changes": {f"2026-12-{day} 18:15": {"is_cancelled": True} for day in ("03", "10", "17")},
    },
    "postponed": {"changes": {"2026-12-03 18:15": {"is_postponed": True, **FRIDAY}}},
    "the first one postponed": {
        "lines": THREE,
        "changes": {"2026-12-03 18:15": {"is_postponed": True, **FRIDAY}},
    },
    "the last one postponed": {
        "lines": THREE,
        "changes": {"2026-12-17 18:15": {"is_postponed": True, "starts": "2027-05-01 12:00"}},
    },
    "one moved onto another": {
        "lines": THREE,
        "changes": {"2026-12-03 18:15": {"starts": "2026-12-10 18:15", "ends": "2026-12-10 20:00"}},
    },
    "two that change places": {
        "lines": THREE,
        "changes": {
            "2026-12-03 18:15": {"starts": "2026-12-10 18:15", "ends": "2026-12-10 19:00"},
            "2026-12-10 18:15": {"starts": "2026-12-03 18:15", "ends": "2026-12-03 19:00"},
        },
    },
    "a whole day that gets times": {
        "lines": [THURSDAYS | {"starts": None, "count": 3}],
        "changes": {"2026-12-10 00:00": FRIDAY},
    },
    "one fully booked": {"lines": THREE, "changes": {"2026-12-10 18:15": {"is_full": True}}},
    "one in another room": {"lines": THREE, "elsewhere": "2026-12-10 18:15"},
    "not in the holidays, ten times": {
        "lines": [THURSDAYS | {"count": 10}],
        "skips_school_holidays": True,
        "skips_public_holidays": True,
    },
    "not in the holidays, two times a month": {
        "lines": [{"frequency": "weekday", "weekdays": [4], "positions": [2, 4]}],
        "skips_school_holidays": True,
        "skips_public_holidays": True,
    },
    "without its first": {"lines": THREE, "left_out": ["2026-12-03"]},
    "without its last": {"lines": THREE, "left_out": ["2026-12-17"]},
    "while the house is closed": {"lines": [THURSDAYS | {"count": 9}]},
    "closed, and left out": {"lines": [THURSDAYS | {"count": 9}], "on_closed_days": "skip"},
}
PROGRAMMES = {
    **{f"once, {name}": given for name, given in SINGLE.items()},
    **{f"series, {name}": {"lines": lines} for name, lines in SERIES.items()},
    **{f"changed, {name}": given for name, given in CHANGED.items()},
}
