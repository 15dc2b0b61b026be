from datetime import date

import pytest

from pages.events.looking.spans import DAY, MONTH, WEEK, WEEKEND, after, before, span, weeks


@pytest.mark.parametrize(
    ("view", "day", "first", "last"),
    [
        (DAY, "2026-12-31", "2026-12-31", "2026-12-31"),
        (MONTH, "2026-12-31", "2026-12-01", "2026-12-31"),
        (MONTH, "2028-02-10", "2028-02-01", "2028-02-29"),
        (MONTH, "2027-02-01", "2027-02-01", "2027-02-28"),
        (WEEK, "2026-12-31", "2026-12-28", "2027-01-03"),
        (WEEK, "2027-03-28", "2027-03-22", "2027-03-28"),
        (WEEK, "2026-10-25", "2026-10-19", "2026-10-25"),
        (WEEKEND, "2026-11-25", "2026-11-28", "2026-11-29"),
        (WEEKEND, "2026-11-28", "2026-11-28", "2026-11-29"),
        (WEEKEND, "2026-11-29", "2026-11-28", "2026-11-29"),
        (WEEKEND, "2026-11-30", "2026-12-05", "2026-12-06"),
    ],
)
def test_a_view_shows_these_days(view, day, first, last):
    assert span(view, date.fromisoformat(day)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("view", "day", "sooner", "later"),
    [
        (DAY, "2027-01-01", "2026-12-31", "2027-01-02"),
        (MONTH, "2026-12-15", "2026-11-01", "2027-01-01"),
        (MONTH, "2027-01-31", "2026-12-01", "2027-02-01"),
        (WEEK, "2027-01-01", "2026-12-21", "2027-01-04"),
        (WEEKEND, "2026-11-25", "2026-11-21", "2026-12-05"),
        (WEEKEND, "2026-11-29", "2026-11-21", "2026-12-05"),
    ],
)
def test_one_goes_on_to_the_span_beside_it(view, day, sooner, later):
    named = date.fromisoformat(day)

    assert before(view, named) == date.fromisoformat(sooner)
    assert after(view, named) == date.fromisoformat(later)


def test_a_month_has_whole_weeks_with_gaps_for_other_months():
    shown = weeks(date(2026, 12, 1))

    assert all(len(week) == 7 for week in shown)
    assert shown[0][:2] == [None, date(2026, 12, 1)]
    assert shown[-1][3:] == [date(2026, 12, 31), None, None, None]
