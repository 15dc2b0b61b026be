from datetime import UTC, datetime, time

import pytest

from pages.events.recurrence import Frequency, Rule, slots
from pages.events.wall import comes_twice, exists, on_the_clock


@pytest.mark.parametrize(
    ("wall", "there", "twice", "world"),
    [
        ("2027-03-28 01:30", True, False, "2027-03-28 00:30"),
        ("2027-03-28 02:30", False, False, "2027-03-28 01:30"),
        ("2027-03-28 03:30", True, False, "2027-03-28 01:30"),
        ("2026-10-25 01:30", True, False, "2026-10-24 23:30"),
        ("2026-10-25 02:30", True, True, "2026-10-25 00:30"),
        ("2026-10-25 03:30", True, False, "2026-10-25 02:30"),
        ("2026-07-01 18:15", True, False, "2026-07-01 16:15"),
        ("2026-12-01 18:15", True, False, "2026-12-01 17:15"),
    ],
)
def test_each_time_on_the_wall_is_one_moment_of_the_world(wall, there, twice, world):
    typed = datetime.fromisoformat(wall)

    assert exists(typed) is there
    assert comes_twice(typed) is twice
    assert on_the_clock(typed).astimezone(UTC) == datetime.fromisoformat(world).replace(tzinfo=UTC)


def test_who_meets_at_a_quarter_past_six_does_so_in_summer_and_in_winter():
    choir = Rule(datetime(2026, 10, 1).date(), Frequency.WEEKLY, starts=time(18, 15), ends=time(20))

    found = slots([choir], datetime(2026, 10, 1).date(), datetime(2027, 4, 30).date())

    assert {f"{on_the_clock(slot.starts):%H:%M}" for slot in found} == {"18:15"}
    assert {on_the_clock(slot.starts).utcoffset().seconds // 3600 for slot in found} == {1, 2}
