import pytest
from django.utils.html import strip_tags

from pages.services import spoken
from tests.make.services import service

pytestmark = pytest.mark.django_db


def said(words):
    return strip_tags(words).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([2], "Dienstag"),
        ([1, 3], "Montag und Mittwoch"),
        ([6, 7], "Samstag und Sonntag"),
        ([1, 2, 3, 4, 5], "Montag bis Freitag"),
        ([1, 2, 3, 5], "Montag bis Mittwoch und Freitag"),
        ([1, 2, 4, 5], "Montag, Dienstag, Donnerstag und Freitag"),
    ],
)
def test_days_are_named_as_one_says_them(numbers, words):
    assert spoken.days(numbers) == words


@pytest.mark.parametrize(
    ("times", "by_appointment", "lines"),
    [
        ([(1, "15:00", "18:00"), (3, "15:00", "18:00")], False, ["Montag und Mittwoch, 15–18 Uhr"]),
        ([(5, "09:30", "11:00"), (5, "14:00", "16:00")], False, ["Freitag, 9:30–11 Uhr, 14–16 Uhr"]),
        (
            [(2, "10:00", "12:00", "nicht in den Ferien"), (2, "16:00", "18:00")],
            False,
            ["Dienstag, 10–12 Uhr (nicht in den Ferien)", "Dienstag, 16–18 Uhr"],
        ),
        ([(6, "20:00", "00:00")], True, ["Samstag, 20–24 Uhr", "auch nach Vereinbarung"]),
        ([], True, ["nach Vereinbarung"]),
        ([], False, []),
    ],
)
def test_times_are_told_line_by_line(home, times, by_appointment, lines):
    page = service(home, times=times, is_by_appointment=by_appointment)

    assert [said(line) for line in spoken.times(page)] == lines
