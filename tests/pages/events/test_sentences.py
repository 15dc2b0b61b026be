from datetime import date, time

import pytest

from pages.events.recurrence import LAST, Frequency, Rule
from pages.events.sentences import sentence

EVENING = {"starts": time(18, 15), "ends": time(20)}


def rule(first_day, frequency=Frequency.ONCE, **fields):
    return Rule(date.fromisoformat(first_day), frequency, **fields)


@pytest.mark.parametrize(
    ("series", "words"),
    [
        (
            rule("2026-01-01", Frequency.MONTHLY_BY_WEEKDAY, weekdays=(4,), positions=(2, 4), **EVENING),
            "jeden 2. und 4. Donnerstag im Monat, 18:15–20 Uhr",
        ),
        (
            rule(
                "2026-01-01", Frequency.MONTHLY_BY_WEEKDAY, weekdays=(5,), positions=(LAST,), starts=time(19)
            ),
            "jeden letzten Freitag im Monat, ab 19 Uhr",
        ),
        (
            rule("2026-01-01", Frequency.MONTHLY_BY_WEEKDAY, weekdays=(1,), positions=(1,), interval=2),
            "alle 2 Monate am 1. Montag",
        ),
        (rule("2026-01-06", Frequency.WEEKLY, **EVENING), "jeden Dienstag, 18:15–20 Uhr"),
        (rule("2026-01-06", Frequency.WEEKLY, weekdays=(2, 4)), "jeden Dienstag und Donnerstag"),
        (rule("2026-01-06", Frequency.WEEKLY, weekdays=(1, 3, 5)), "jeden Montag, Mittwoch und Freitag"),
        (rule("2026-01-06", Frequency.WEEKLY, weekdays=tuple(range(1, 8))), "jeden Tag"),
        (rule("2026-01-06", Frequency.WEEKLY, interval=2), "alle 2 Wochen am Dienstag"),
        (rule("2026-01-06", Frequency.WEEKLY, count=10), "jeden Dienstag, 10-mal"),
        (
            rule("2026-01-06", Frequency.WEEKLY, last_day=date(2026, 6, 30)),
            "jeden Dienstag, bis 30. Juni 2026",
        ),
        (rule("2026-01-06", Frequency.DAILY, interval=3), "alle 3 Tage"),
        (rule("2026-01-15", Frequency.MONTHLY), "am 15. jedes Monats"),
        (rule("2026-01-15", Frequency.MONTHLY, positions=(LAST,)), "am letzten Tag jedes Monats"),
        (rule("2026-12-06", Frequency.YEARLY), "jedes Jahr am 6. Dezember"),
        (rule("2026-05-14", **EVENING), "Donnerstag, 14. Mai 2026, 18:15–20 Uhr"),
        (rule("2026-05-14", more_days=2), "Donnerstag, 14. Mai 2026 bis Samstag, 16. Mai 2026"),
    ],
)
def test_a_rule_is_said_as_one_says_it_on_the_phone(series, words):
    assert sentence(series) == words
