import pytest
from django.core.management import CommandError, call_command

from quartier.languages import filling
from quartier.languages.models import Record
from quartier.languages.states import State, state_of
from tests.make.pages import plain_page
from tests.make.translations import published, translated


@pytest.fixture
def german(home):
    return published(plain_page(home, summary="Wir sind offen."))


def test_what_was_published_before_anybody_took_it_down_is_read_from_its_history(german):
    current = translated(german, "tr")
    older = translated(german, "ar")
    german = published(german, summary="Wir haben zu.")
    published(current, summary="Kapalıyız.")
    Record.objects.all().delete()

    filling.fill()

    assert (state_of(current), state_of(older)) == (State.CURRENT, State.OLDER)


def test_a_text_that_came_in_by_other_ways_is_noticed_and_taken_down(german, capsys):
    filling.fill()
    arabic = translated(german)
    german.summary = "Wir haben zu."
    german.save()

    with pytest.raises(CommandError):
        call_command("texts")
    call_command("texts", repair=True)
    call_command("texts")

    assert "All texts are taken down." in capsys.readouterr().out
    assert state_of(arabic) is State.OLDER


def test_filling_twice_changes_nothing(german):
    filling.fill()

    assert filling.fill() == 0
