import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from pages.standard.models import StandardPage
from quartier.languages.models import Errand
from quartier.languages.states import State, note_machine, state_of
from quartier.settings.machine import machine
from tests.make.bricks import words
from tests.make.editing import editor, volunteer
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.translations import draft_in, published, translated

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


def only_below(page, *codenames, name="mariam"):
    """Someone whose rights on pages are these, on this page and below it."""
    user = volunteer(name)
    user.groups.set([Group.objects.create(name=name)])
    rights = user.groups.get().page_permissions
    for codename in codenames:
        rights.create(page=page, permission=Permission.objects.get(codename=codename))
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def buttons(soup):
    return {words(row.select_one("th a")): row.select(".button") for row in soup.select("tbody tr")}


def test_who_writes_german_only_begins_nothing_in_other_languages(client, home, german):
    translated(home)
    client.force_login(only_below(home, "add_page", "change_page"))

    soup = seen(client)
    answer = client.post(reverse("languages:start", args=[german.pk, "ar"]))

    assert not any(buttons(soup).values())
    assert answer.status_code in (302, 403)
    assert not german.has_translation(locale("ar"))


def test_who_writes_arabic_only_begins_there_and_nowhere_else(client, home, german):
    client.force_login(only_below(translated(home), "add_page", "change_page"))

    soup = seen(client, language="ar")
    for code in ("ar", "tr"):
        client.post(reverse("languages:start", args=[german.pk, code]))

    assert len(buttons(soup)["Über uns"]) == 1
    assert german.has_translation(locale("ar"))
    assert not german.has_translation(locale("tr"))


def test_a_machine_is_sent_only_where_one_may_write_and_publish(client, settings, home, german):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine("", "https://machine.example", "")
    arabic, ask = translated(home), reverse("languages:machine")

    client.force_login(only_below(home, "add_page", "change_page", "publish_page"))
    client.post(ask, {"language": "ar"})
    of_german_editor = Errand.objects.count()
    client.force_login(only_below(arabic, "add_page", "change_page", name="nour"))
    client.post(ask, {"language": "ar", "publishes": "on"})
    published_at_once = Errand.objects.count()
    client.post(ask, {"language": "ar"})

    assert (of_german_editor, published_at_once) == (0, 0)
    assert [errand.page_id for errand in Errand.objects.all()] == [german.pk]


def test_nobody_learns_what_a_closed_page_says_by_translating_it(client, home, german):
    arabic = translated(home)
    PageViewRestriction.objects.create(page=german, restriction_type="login")
    client.force_login(only_below(arabic, "add_page", "change_page"))

    client.post(reverse("languages:start", args=[german.pk, "ar"]))

    assert not german.has_translation(locale("ar"))


def test_the_list_above_a_form_leads_to_translations_that_were_begun(desk, home, german):
    desk.post(reverse("languages:start", args=[german.pk, "ar"]))

    of_home, of_page = (
        BeautifulSoup(desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser")
        for page in (home, german)
    )

    assert of_home.select(".desk-languages li a") == []
    assert [words(link) for link in of_page.select(".desk-languages li a")] == ["Arabisch"]


@pytest.mark.parametrize("code", ["xx", "de"])
def test_a_language_that_the_house_does_not_speak_is_not_found(desk, german, code):
    answer = desk.post(reverse("languages:start", args=[german.pk, code]), follow=True)

    assert answer.status_code == 404


def test_a_draft_is_gone_on_with(desk, german):
    draft = draft_in("ar", german)

    links = [link["href"] for link in seen(desk, state="in-work").select("tbody td a")]

    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in links
