import pytest
from django.template import Context, Template


def drawn(name):
    return Template(f'{{% load icons %}}{{% icon "{name}" %}}').render(Context())


@pytest.mark.parametrize("name", ["arrow", "external", "speaker"])
def test_a_sign_that_points_along_the_line_turns_with_the_direction_of_writing(name):
    assert "icon--turns" in drawn(name)


@pytest.mark.parametrize("name", ["clock", "phone", "check", "play"])
def test_a_sign_that_points_nowhere_stays_as_it_is(name):
    assert "icon--turns" not in drawn(name)
