"""Whatever is changed, however it is changed: the next reader sees it, in this process and in any other."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction

from pages.centre.models import FooterLink, Profile
from pages.events.models import EventPage, Occurrence
from pages.standard.models import StandardPage
from quartier.operations.publishing import publish_due
from quartier.signing_in.models import Presence, Tries
from tests.make.announcements import announcement, news
from tests.make.bricks import stack
from tests.make.centre import centre, closed, opening_hours
from tests.make.copies import Reader, watched
from tests.make.events import calendar, event
from tests.make.pages import plain_page
from tests.make.people import person
from tests.make.pictures import picture
from tests.make.signing_in import PASSWORD, sign_in


@pytest.fixture
def about(home):
    return plain_page(home, "Über uns", slug="wir", show_in_menus=True, summary="Wer wir sind")


def publish(about):
    about.title = "Wir über uns"
    about.save_revision().publish()


def unpublish(about):
    about.unpublish()


def delete(about):
    Page.objects.get(pk=about.pk).delete()


def move(about):
    below = plain_page(about.get_parent(), "Haus", slug="haus")
    Page.objects.get(pk=about.pk).move(Page.objects.get(pk=below.pk), pos="last-child")


def update(about):
    Page.objects.filter(pk=about.pk).update(title="Anders")


def write_sql(about):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Anders' WHERE id = %s", [about.pk])


def add_many(about):
    found = Redirect(old_path="/de/alt", redirect_link="https://park.example/")
    Redirect.objects.bulk_create([found])


def close(about):
    PageViewRestriction.objects.create(page=about, restriction_type="login")


def rename_the_centre(about):
    centre(name="Haus am See")


def link_at_the_foot(about):
    FooterLink.objects.create(centre=centre(), page=about)


def show_a_profile(about):
    Profile.objects.create(centre=centre(), url="https://social.example/@park")


def announce(about):
    where = news(about.get_parent())
    announcement(where, shown="all")


def publish_at_its_time(about):
    about.title, about.go_live_at = "Endlich", timezone.now() + timedelta(seconds=1)
    about.save_revision(approved_go_live_at=timezone.now() - timedelta(seconds=1))
    publish_due()


CHANGES = [
    *(publish, unpublish, delete, move, update, write_sql, add_many, close, rename_the_centre),
    *(link_at_the_foot, show_a_profile, announce, publish_at_its_time),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_every_process_makes_pages_anew(about, own_folder, committed, change):
    first, second = Reader(leaflet), Reader(leaflet)
    assert [each.get("/de/wir/").how for each in (first, first, second)] == ["miss", "hit", "hit"]

    with watched(), committed():
        change(about)

    assert [each.get("/de/wir/").how for each in (second, first)] == ["miss", "hit"]


def leaflet(environ, start_response):
    """Stands in for Django where only the number of times counts that it is asked."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"Sommerfest"]


def test_a_closed_page_is_gone_at_once_and_stays_gone(reader, about, committed):
    reader.get("/de/wir/")

    with committed():
        close(about)

    for _ in range(2):
        answer = reader.get("/de/wir/")
        assert answer.how == "pass"
        assert "Wer wir sind" not in answer.text


def test_a_date_called_off_is_called_off_on_the_next_page(reader, home, committed):
    where = event(calendar(home), "Nähcafé", slug="naehcafe").url
    assert "Fällt aus" not in reader.get(where).text

    with committed():
        Occurrence.objects.update(state="cancelled")

    assert "Fällt aus" in reader.get(where).text


def test_new_opening_hours_and_closed_days_are_told_at_once(reader, home, committed):
    home.shows_today = True
    home.save()
    reader.get("/de/")

    with committed():
        opening_hours(times=[(day, "00:00", "00:00") for day in range(1, 8)])
    opened = reader.get("/de/").text
    with committed():
        today = timezone.localdate().isoformat()
        closed(today, today, "Betriebsausflug")

    assert "Jetzt geöffnet" in opened
    assert "Betriebsausflug" in reader.get("/de/").text


def test_a_new_name_in_a_chooser_reaches_pages_that_name_it(reader, home, committed):
    someone = person("Ada Park")
    plain_page(
        home, "Team", slug="team", body=stack(("contact", {"title": "Ihr Kontakt", "person": someone.pk}))
    )
    before = reader.get("/de/team/").text

    with committed():
        someone.name = "Ada Wiese"
        someone.save()

    assert ("Ada Park" in before, "Ada Wiese" in reader.get("/de/team/").text) == (True, True)


def test_another_picture_is_shown_at_once(reader, home, committed, own_files):
    shown = picture(alt="Der Hof im Winter")
    plain_page(home, "Haus", slug="haus", body=stack(("picture", {"picture": shown.pk})))
    before = reader.get("/de/haus/").text

    with committed():
        shown.alt = "Der Hof im Mai"
        shown.save()

    after = reader.get("/de/haus/").text
    assert ("Der Hof im Winter" in before, "Der Hof im Mai" in after) == (True, True)


def test_a_translation_is_there_as_soon_as_it_is_published(reader, home, about, committed):
    english = Locale.objects.get_or_create(language_code="en")[0]
    with committed():
        home.copy_for_translation(english)
        reader.get("/en/")
        draft = about.copy_for_translation(english)
    before = reader.get("/en/wir/").text

    with committed():
        draft.title = "About us"
        draft.save_revision().publish()

    assert "About us" not in before
    assert "About us" in reader.get("/en/wir/").text or "About us" in reader.get(draft.url).text


@pytest.mark.parametrize("quiet", [True, False])
def test_a_draft_changes_nothing_for_readers_until_it_is_published(reader, about, committed, quiet):
    reader.get("/de/wir/")

    with committed():
        about.title = "Noch nicht"
        revision = about.save_revision()
        if not quiet:
            revision.publish()

    assert reader.get("/de/wir/").how == ("hit" if quiet else "miss")


def rename_and_undo():
    with transaction.atomic():
        Page.objects.update(title="Doch nicht")
        transaction.set_rollback(True)


def test_what_was_undone_makes_nothing_old(reader, about, committed):
    reader.get("/de/wir/")
    number = reader.version.state().number

    with committed():
        rename_and_undo()

    assert reader.version.state().number == number
    assert reader.get("/de/wir/").how == "hit"


def test_a_change_beside_one_that_was_undone_counts(reader, about, committed):
    reader.get("/de/wir/")

    with committed(), transaction.atomic():
        rename_and_undo()
        StandardPage.objects.filter(pk=about.pk).update(title="Doch")

    assert "Doch" in reader.get("/de/wir/").text


def test_what_was_begun_before_a_change_is_not_taken_for_true_after_it(home, own_folder):
    """The page is read while an editor publishes: it may be old for that reader, and for nobody else."""
    made = []

    def slow(environ, start_response):
        made.append(len(made))
        start_response("200 OK", [("Content-Type", "text/html")])
        if len(made) == 1:
            reader.version.bump()
        return [f"Stand {len(made)}".encode()]

    reader = Reader(slow)

    assert [reader.get("/de/").text for _ in range(3)] == ["Stand 1", "Stand 2", "Stand 2"]


def test_events_of_an_import_are_told_together(reader, home, committed):
    where = calendar(home)
    before = reader.version.state().number

    with committed(), transaction.atomic():
        for number in range(3):
            event(where, f"Treff {number}")

    assert EventPage.objects.count() == 3
    assert reader.version.state().number == before + 1


def test_a_change_is_seen_though_something_else_fails_after_the_commit(reader, about, committed):
    reader.get("/de/wir/")

    with suppress(ZeroDivisionError), committed():
        transaction.on_commit(lambda: 1 / 0)
        publish(about)

    assert "Wir über uns" in reader.get("/de/wir/").text


def test_a_stranger_who_guesses_passwords_and_an_editor_who_comes_in_make_nothing_old(
    reader, about, committed, client, django_user_model
):
    django_user_model.objects.create_superuser("rita", "rita@haus.example", PASSWORD)
    reader.get("/de/wir/")

    with committed():
        for password in ("guessed", "guessed again", PASSWORD):
            sign_in(client, "rita", password)
        client.get("/admin/")

    assert Tries.objects.exists()
    assert Presence.objects.exists()
    assert reader.get("/de/wir/").how == "hit"
