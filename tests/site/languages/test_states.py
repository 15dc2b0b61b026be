import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.standard.models import StandardPage
from quartier.languages.states import State, confirm, note_machine, standing_of, standings, state_of, states
from tests.make.pages import plain_page
from tests.make.translations import draft_in, published, translated


@pytest.fixture
def german(home):
    return published(plain_page(home, summary="Wir sind offen.", body=[("text", "<p>Kommt alle!</p>")]))


def test_a_page_without_a_translation_says_so(german):
    assert states([german])[german.translation_key]["ar"] is State.NONE


def test_a_draft_is_in_work_until_it_is_published(german):
    draft = draft_in("ar", german)

    assert state_of(draft) is State.IN_WORK
    assert state_of(published(draft, title="من نحن")) is State.CURRENT


def test_german_published_as_arabic_is_not_called_current_before_somebody_answers_for_it(german):
    arabic = published(draft_in("ar", german))

    before = state_of(arabic)
    confirm(arabic)

    assert (before, state_of(arabic)) == (State.OLDER, State.CURRENT)


def test_a_translation_is_older_once_the_original_says_something_else(german):
    arabic = translated(german)

    published(german, summary="Wir haben zu.")

    assert state_of(arabic) is State.OLDER
    assert standing_of(arabic).original_since > standing_of(arabic).since


@pytest.mark.parametrize("body", [[("text", "<p>Kommt morgen!</p>")], []])
def test_another_body_makes_it_older(german, body):
    arabic = translated(german)

    published(german, body=body)

    assert state_of(arabic) is State.OLDER


def test_what_only_facts_or_an_address_changed_makes_nothing_older(german):
    arabic = translated(german)

    published(german, purpose="imprint", show_in_menus=True, slug="wir")

    assert state_of(arabic) is State.CURRENT


def test_a_draft_of_the_original_makes_nothing_older(german):
    arabic = translated(german)

    german.summary = "Noch nicht."
    german.save_revision()

    assert state_of(arabic) is State.CURRENT


def test_a_small_change_makes_nothing_older(german):
    arabic = translated(german)

    published(german, summary="Wir sind offen!", is_small_change=True)

    assert state_of(arabic) is State.CURRENT


def test_a_small_change_leaves_what_was_older_older(german):
    arabic = translated(german)

    german = published(german, summary="Wir haben zu.")
    published(german, summary="Wir haben zu!", is_small_change=True)

    assert state_of(arabic) is State.OLDER


def test_an_original_that_goes_back_to_what_was_translated_makes_it_current_again(german):
    arabic = translated(german)

    german = published(german, summary="Wir haben zu.")
    published(german, summary="Wir sind offen.")

    assert state_of(arabic) is State.CURRENT


def test_a_translation_published_anew_is_current(german):
    arabic = translated(german)
    published(german, summary="Wir haben zu.")

    assert state_of(published(arabic, summary="مغلق")) is State.CURRENT


def test_what_was_written_before_the_original_changed_stays_older_when_it_is_published_later(german):
    arabic = translated(german)
    arabic.summary = "مفتوح"
    waiting = arabic.save_revision()

    published(german, summary="Wir haben zu.")
    waiting.publish()

    assert state_of(arabic) is State.OLDER


def test_a_person_can_say_that_it_is_current(german):
    arabic = translated(german)
    published(german, summary="Wir haben zu.")

    confirm(arabic)

    assert state_of(arabic) is State.CURRENT


def test_a_text_by_machine_is_called_that_until_somebody_publishes_it_anew(german):
    arabic = translated(german)

    note_machine(arabic)
    before = state_of(arabic)
    published(arabic, summary="مفتوح")

    assert (before, state_of(arabic)) == (State.MACHINE, State.CURRENT)


def test_a_text_by_machine_can_be_older_too(german):
    arabic = translated(german)
    note_machine(arabic)

    published(german, summary="Wir haben zu.")

    assert (state_of(arabic), standing_of(arabic).is_machine) == (State.OLDER, True)


def test_leichte_sprache_is_older_when_the_german_page_says_something_else(german):
    easy = translated(german, "de-simple", body=[("text", "<p>Das ist leicht.</p>")])

    before = state_of(easy)
    published(german, body=[("text", "<p>Ganz anders.</p>")])

    assert (before, state_of(easy)) == (State.CURRENT, State.OLDER)


def test_many_pages_in_many_languages_are_asked_for_in_one_query(home):
    for number in range(4):
        german = published(plain_page(home, title=f"Seite {number}"))
        for code in ("ar", "tr", "uk"):
            translated(german, code)

    pages = list(StandardPage.objects.filter(locale__language_code="de"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = standings(pages)

    assert len(asked) == 1
    assert {each.state for row in found.values() for each in row.values()} == {State.CURRENT}
