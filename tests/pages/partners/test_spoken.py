from datetime import date

import pytest
from django.utils.translation import override

from pages.partners.spoken import period

TODAY = date(2026, 11, 25)
CASES = {
    "nothing is known": (None, None, ""),
    "it goes on": ("2019-03-14", None, "seit März 2019"),
    "it is over": (None, "2026-03-14", "bis März 2026"),
    "it ends with a month": (None, "2027-02-28", "bis Februar 2027"),
    "it ends within a month": (None, "2027-02-14", "bis 14. Februar 2027"),
    "both are known": ("2019-03-14", "2026-03-31", "von März 2019 bis März 2026"),
    "it begins with a month": ("2026-12-01", None, "ab Dezember 2026"),
    "it begins within a month": ("2026-12-15", None, "ab 15. Dezember 2026"),
    "it ends today": (None, "2026-11-25", "bis 25. November 2026"),
    "it begins today": ("2026-11-25", None, "seit November 2026"),
}


@pytest.mark.parametrize(("first", "last", "words"), CASES.values(), ids=CASES)
def test_a_time_is_told_as_one_would_say_it(first, last, words):
    days = [day and date.fromisoformat(day) for day in (first, last)]

    with override("de"):
        assert period(*days, TODAY) == words
