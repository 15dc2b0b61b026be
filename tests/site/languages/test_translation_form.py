import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail_localize.models import OverridableSegment

from pages.events.models import EventPage, Occurrence
from quartier.languages.noting import managed
from quartier.languages.starting import start
from quartier.languages.states import State, state_of
from tests.make.bricks import words
from tests.make.editing import editor, filled
from tests.make.events import calendar, line
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.translations import draft_in, published, translated


@pytest.fixture
def desk(client, home):
    client.force_login(editor())
    return client


@pytest.fixture
def event(home):
    page = calendar(home).add_child(instance=EventPage(title="Nähcafé", lines=[line("2027-01-07")]))
    return published(page)


def form_of(desk, page):
    return desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def send(desk, page, html, **changes):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return desk.post(address, filled(html, **{"action-publish": "1", **changes}))


def names_in(html):
    return {field["name"] for field in BeautifulSoup(html, "html.parser").select("#page-edit-form [name]")}


def test_the_form_of_a_translation_has_texts_and_no_facts(desk, event):
    names = names_in(form_of(desk, draft_in("ar", event)))

    assert {"title", "summary", "bring_along"} <= names
    assert not {"registration", "cost", "room", "topics", "show_in_menus", "lines-TOTAL_FORMS"} & names


def test_the_facts_are_told_in_words_with_the_way_to_the_original(desk, event):
    html = form_of(desk, draft_in("ar", event))

    box = BeautifulSoup(html, "html.parser").select_one(".desk-languages")
    assert "Donnerstag, 7. Januar 2027" in words(box)
    assert box.select(f'a[href="{reverse("wagtailadmin_pages:edit", args=[event.pk])}"]')


def test_the_original_keeps_its_facts_in_its_form(desk, event):
    assert {"registration", "cost", "lines-TOTAL_FORMS"} <= names_in(form_of(desk, event))


def test_publishing_a_translation_changes_no_fact_whatever_is_sent(desk, event):
    arabic = draft_in("ar", event)
    dates = list(Occurrence.objects.values_list("event", "starts", "state"))
    forged = {"cost": "fixed", "price": "99", "lines-TOTAL_FORMS": "0", "lines-INITIAL_FORMS": "0"}

    send(desk, arabic, form_of(desk, arabic), title="مقهى", **forged)

    arabic = EventPage.objects.get(pk=arabic.pk)
    assert (arabic.live, arabic.title, arabic.price) == (True, "مقهى", None)
    assert list(Occurrence.objects.values_list("event", "starts", "state")) == dates
    assert EventPage.objects.get(pk=event.pk).price is None


def test_going_back_to_an_older_version_of_a_translation_changes_no_fact(desk, event):
    arabic = published(draft_in("ar", event), title="مقهى")
    old = arabic.latest_revision
    original = published(event, seats=12)
    published(arabic, title="مقهى الخياطة")

    old.publish()

    assert EventPage.objects.get(pk=original.pk).seats == 12
    assert EventPage.objects.get(pk=arabic.pk).title == "مقهى"


def test_a_preview_of_a_translation_shows_the_facts_of_the_original(desk, event):
    arabic = published(draft_in("ar", event), title="مقهى")
    published(event, seats=12)

    page = arabic.get_latest_revision_as_object()
    page.make_preview_request()

    assert page.seats == 12


def test_the_tick_for_a_small_change_keeps_translations_current(desk, home):
    german = published(plain_page(home, summary="Wir sind ofen."))
    arabic = translated(german)
    html = form_of(desk, german)

    send(desk, german, html, summary="Wir sind offen.", is_small_change="on")
    after_small = state_of(arabic)
    send(desk, german, form_of(desk, german), summary="Wir haben zu.")

    assert "Kleine Änderung" in html
    assert (after_small, state_of(arabic)) == (State.CURRENT, State.OLDER)


@pytest.mark.parametrize(("first", "then", "state"), [("on", None, State.OLDER), (None, "on", State.CURRENT)])
def test_what_was_ticked_last_counts_however_often_the_draft_was_saved_before(desk, home, first, then, state):
    german = published(plain_page(home, summary="Wir sind offen."))
    arabic = translated(german)
    html = form_of(desk, german)

    said = {"summary": "Wir haben zu.", "action-publish": None}
    send(desk, german, html, **said, is_small_change=first)
    draft = german.revisions.latest("pk")
    send(desk, german, html, **said, is_small_change=then, overwrite_revision_id=str(draft.pk))
    german.revisions.latest("pk").publish()

    assert german.revisions.latest("pk") == draft
    assert state_of(arabic) is state


def test_without_translations_nobody_is_asked_for_a_small_change(desk, home):
    german = published(plain_page(home))

    assert "is_small_change" not in form_of(desk, german)


def test_the_box_of_the_original_names_each_language_with_its_state(desk, home):
    german = published(plain_page(home))
    translated(german)

    box = BeautifulSoup(form_of(desk, german), "html.parser").select_one(".desk-standings")

    assert "Arabisch : aktuell" in words(box)
    assert "Türkisch: nicht übersetzt" in words(box)


def test_the_editor_of_strings_offers_no_fact(desk, event):
    translation = managed(start(event, locale("ar")))

    offered = OverridableSegment.objects.filter(source=translation.source).values_list(
        "context__path", flat=True
    )

    assert not set(EventPage.facts) & {path.partition(".")[0] for path in offered}
    assert "desk-languages" in form_of(desk, translation.get_target_instance())
