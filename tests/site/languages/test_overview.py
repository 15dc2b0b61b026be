import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.standard.models import StandardPage
from quartier.languages.states import State, note_machine, state_of
from tests.make.bricks import words
from tests.make.editing import editor, volunteer
from tests.make.pages import plain_page
from tests.make.translations import draft_in, locale, published, translated

ADDRESS = "/admin/languages/"


@pytest.fixture
def desk(client, home):
    client.force_login(editor())
    return client


@pytest.fixture
def german(home):
    return published(plain_page(home, summary="Wir sind offen."))


def seen(desk, **query):
    answer = desk.get(ADDRESS, query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(soup):
    return [words(link) for link in soup.select("tbody th a")]


def test_each_page_tells_its_state_and_what_to_do_in_each_language(desk, german):
    translated(german)
    published(german, summary="Wir haben zu.")

    first = seen(desk).select_one("tbody tr")

    assert words(first.th.a) == "Über uns"
    assert "älter als das Original" in words(first)
    assert "Auf den neuen Stand bringen" in words(first)
    assert "In Leichter Sprache schreiben" in words(first)


def test_a_line_for_each_language_counts_the_pages(desk, german):
    translated(german)

    lines = [words(line) for line in seen(desk).select(".desk-standings li")]

    assert any(line.startswith("Arabisch : 1 von 2 aktuell, 1 nicht übersetzt") for line in lines)


def test_what_is_older_comes_first(desk, home, german):
    other = published(plain_page(home, "Zuletzt", summary="a"))
    translated(german)
    translated(other)
    published(other, summary="b")

    assert titles(seen(desk, language="ar"))[0] == "Zuletzt"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"language": "ar", "state": "machine"}, ["Über uns"]),
        ({"language": "tr", "state": "machine"}, []),
        ({"state": "nonsense", "language": "xx", "kind": "-1", "part": "../"}, None),
        ({"p": "99999999999999999999", "part": "%", "state": "–"}, None),
        ({"state": ["older", "machine"], "language": "ar"}, ["Über uns"]),
        ({"state": "x" * 5000}, None),
    ],
)
def test_it_can_be_narrowed_down_and_nonsense_narrows_nothing(desk, german, query, expected):
    note_machine(translated(german))

    found = titles(seen(desk, **query))

    assert found == expected if expected is not None else "Über uns" in found


def test_queries_do_not_grow_with_pages_and_languages(desk, home, german):
    translated(german)
    seen(desk)
    with CaptureQueriesContext(connection) as few:
        seen(desk)

    for number in range(3):
        more = published(plain_page(home, f"Seite {number}"))
        for code in ("ar", "tr", "uk"):
            translated(more, code)
    with CaptureQueriesContext(connection) as many:
        seen(desk)

    assert len(many) <= len(few)


def test_a_button_starts_a_translation_and_leads_to_its_form(desk, german):
    answer = desk.post(reverse("languages:start", args=[german.pk, "ar"]))

    draft = german.get_translation(locale("ar"))
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert state_of(draft) is State.IN_WORK


def test_pages_above_a_first_translation_hold_it_and_count_as_not_begun(desk, home, german):
    desk.post(reverse("languages:start", args=[german.pk, "ar"]))

    above = home.get_translation(locale("ar"))
    assert (above.live, above.alias_of, state_of(above)) == (False, None, State.NONE)

    desk.post(reverse("languages:start", args=[home.pk, "ar"]))
    assert state_of(above) is State.IN_WORK


def test_leichte_sprache_starts_with_title_and_summary_and_an_empty_body(desk, home):
    german = published(plain_page(home, summary="Offen.", body=[("text", "<p>Ein schwerer Satz.</p>")]))

    desk.post(reverse("languages:start", args=[german.pk, "de-simple"]))

    easy = StandardPage.objects.get(locale__language_code="de-simple", translation_key=german.translation_key)
    easy = easy.get_latest_revision_as_object()
    assert (easy.title, easy.summary, list(easy.body)) == ("Über uns", "Offen.", [])


def test_a_person_confirms_a_text_by_machine(desk, german):
    arabic = translated(german)
    note_machine(arabic)

    desk.post(reverse("languages:confirm", args=[arabic.pk]))

    assert state_of(arabic) is State.CURRENT


def test_who_may_not_publish_may_not_confirm(client, german):
    arabic = translated(german)
    note_machine(arabic)
    client.force_login(volunteer())

    client.post(reverse("languages:confirm", args=[arabic.pk]))

    assert state_of(arabic) is State.MACHINE


def test_who_may_not_change_a_page_gets_no_button(client, german):
    vera = volunteer()
    vera.groups.get().page_permissions.filter(permission__codename="change_page").delete()
    client.force_login(vera)

    soup = seen(client)

    assert titles(soup)
    assert soup.select("tbody .button") == []
    client.post(reverse("languages:start", args=[german.pk, "ar"]))
    assert not german.has_translation(locale("ar"))


@pytest.mark.parametrize("code", ["xx", "de"])
def test_a_language_that_the_house_does_not_speak_is_not_found(desk, german, code):
    answer = desk.post(reverse("languages:start", args=[german.pk, code]), follow=True)

    assert answer.status_code == 404


def test_a_draft_is_gone_on_with(desk, german):
    draft = draft_in("ar", german)

    links = [link["href"] for link in seen(desk, state="in-work").select("tbody td a")]

    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in links
