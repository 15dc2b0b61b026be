"""Whatever is changed, however it is changed: the next reader sees it, in this process and in any other."""

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
from tests.make.announcements import announcement, news
from tests.make.bricks import stack
from tests.make.centre import centre, closed, opening_hours
from tests.make.copies import Reader
from tests.make.events import calendar, event
from tests.make.pages import plain_page
from tests.make.people import person
from tests.make.pictures import picture


@pytest.fixture
def page(home):
    return plain_page(home, "Über uns", slug="wir", show_in_menus=True, summary="Wer wir sind")


def publish(page):
    page.title = "Wir über uns"
    page.save_revision().publish()


def unpublish(page):
    page.unpublish()


def delete(page):
    Page.objects.get(pk=page.pk).delete()


def move(page):
    below = plain_page(page.get_parent(), "Haus", slug="haus")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=below.pk), pos="last-child")


def update(page):
    Page.objects.filter(pk=page.pk).update(title="Anders")


def write_sql(page):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Anders' WHERE id = %s", [page.pk])


def add_many(page):
    found = Redirect(old_path="/de/alt", redirect_link="https://park.example/")
    Redirect.objects.bulk_create([found])


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def rename_the_centre(page):
    centre(name="Haus am See")


def link_at_the_foot(page):
    FooterLink.objects.create(centre=centre(), page=page)


def show_a_profile(page):
    Profile.objects.create(centre=centre(), url="https://social.example/@park")


def announce(page):
    where = news(page.get_parent())
    announcement(where, shown="all")


def publish_at_its_time(page):
    page.title, page.go_live_at = "Endlich", timezone.now() + timedelta(seconds=1)
    page.save_revision(approved_go_live_at=timezone.now() - timedelta(seconds=1))
    publish_due()


CHANGES = [
    *(publish, unpublish, delete, move, update, write_sql, add_many, close, rename_the_centre),
    *(link_at_the_foot, show_a_profile, announce, publish_at_its_time),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_every_process_makes_pages_anew(reader, page, committed, change):
    other = Reader()
    assert [reader.get("/de/wir/").how for _ in range(2)] == ["miss", "hit"]
    assert other.get("/de/wir/").how == "hit"
    old = reader.get("/de/wir/").body

    with committed():
        change(page)

    answers = [other.get("/de/wir/"), reader.get("/de/wir/")]
    assert [answer.how for answer in answers] != ["hit", "hit"]
    assert answers[0].status == answers[1].status
    assert change in (add_many,) or answers[0].body != old


def test_a_closed_page_is_gone_at_once_and_stays_gone(reader, page, committed):
    reader.get("/de/wir/")

    with committed():
        close(page)

    for _ in range(2):
        answer = reader.get("/de/wir/")
        assert answer.how == "pass"
        assert "Wer wir sind" not in answer.text


def test_a_date_called_off_is_called_off_on_the_next_page(reader, home, committed):
    where = event(calendar(home), "Nähcafé", slug="naehcafe").url
    assert "fällt aus" not in reader.get(where).text

    with committed():
        Occurrence.objects.update(state="cancelled")

    assert "fällt aus" in reader.get(where).text


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
    plain_page(home, "Team", slug="team", body=stack(("contact", {"people": [someone.pk]})))
    before = reader.get("/de/team/").text

    with committed():
        someone.name = "Ada Wiese"
        someone.save()

    assert ("Ada Park" in before, "Ada Wiese" in reader.get("/de/team/").text) == (True, True)


def test_another_picture_is_shown_at_once(reader, home, committed, own_files):
    shown = picture()
    plain_page(home, "Haus", slug="haus", picture=shown)
    before = reader.get("/de/haus/").text

    with committed():
        shown.alt_text = "Der Garten im Mai"
        shown.title = "Der Garten im Mai"
        shown.save()

    assert before != ""
    assert reader.get("/de/haus/").how == "miss"


def test_a_translation_is_there_as_soon_as_it_is_published(reader, home, page, committed):
    english = Locale.objects.get_or_create(language_code="en")[0]
    with committed():
        home.copy_for_translation(english)
        reader.get("/en/")
        draft = page.copy_for_translation(english)
    before = reader.get("/en/wir/").text

    with committed():
        draft.title = "About us"
        draft.save_revision().publish()

    assert "About us" not in before
    assert "About us" in reader.get("/en/wir/").text or "About us" in reader.get(draft.url).text


@pytest.mark.parametrize("quiet", [True, False])
def test_a_draft_changes_nothing_for_readers_until_it_is_published(reader, page, committed, quiet):
    reader.get("/de/wir/")

    with committed():
        page.title = "Noch nicht"
        revision = page.save_revision()
        if not quiet:
            revision.publish()

    assert reader.get("/de/wir/").how == ("hit" if quiet else "miss")


def test_what_was_undone_makes_nothing_old(reader, page, committed):
    reader.get("/de/wir/")
    number = reader.version.state().number

    with committed(), pytest.raises(ZeroDivisionError), transaction.atomic():
        page.title = "Doch nicht"
        page.save()
        raise ZeroDivisionError

    assert reader.version.state().number == number
    assert reader.get("/de/wir/").how == "hit"


def test_a_change_beside_one_that_was_undone_counts(reader, page, committed):
    reader.get("/de/wir/")

    with committed(), transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            Page.objects.update(title="Doch nicht")
            raise ZeroDivisionError
        StandardPage.objects.filter(pk=page.pk).update(title="Doch")

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
