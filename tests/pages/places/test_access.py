import pytest

from pages.places.access import is_step_free


@pytest.mark.parametrize(
    ("steps", "door_width", "answer"),
    [
        (0, 90, True),
        (0, 80, True),
        (0, 79, False),
        (1, 95, False),
        (None, 60, False),
        (3, None, False),
        (0, None, None),
        (None, 90, None),
        (None, None, None),
    ],
)
def test_step_free_is_said_only_of_what_was_counted_and_measured(steps, door_width, answer):
    assert is_step_free(steps, door_width) is answer
