from datetime import date

import pytest
from django.utils import timezone
from wagtail.models import GroupPagePermission

from pages.newsletters.models import NewsletterPage
from pages.newsletters.preparing import prepare_due, waiting
from quartier.operations.jobs import JOBS
from tests.make.editing import editor
from tests.make.events import event, line
from tests.make.newsletters import issue
from tests.make.translations import draft_in, published

pytestmark = pytest.mark.usefixtures("clock")


def test_a_week_before_the_month_a_draft_lies_ready_and_only_one(index, dates, clock):
    published(event(dates, "Basar", lines=[line("2026-12-05")]))

    made = []
    for day in ("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30"):
        clock.move_to(f"{day} 12:00+01:00")
        made.append(prepare_due())

    draft = NewsletterPage.objects.get()
    assert made == [0, 1, 0, 0]
    assert (draft.title, draft.live, draft.first_day) == (
        "Newsletter Dezember 2026",
        False,
        date(2026, 12, 1),
    )
    assert [item.about.title for item in draft.items.all()] == ["Basar"]


def test_a_draft_that_somebody_deleted_does_not_come_again(index):
    prepare_due()

    NewsletterPage.objects.get().delete()

    assert prepare_due() == 0


def test_the_next_month_has_a_draft_of_its_own(index, clock):
    prepare_due()
    clock.move_to("2026-12-28 12:00+01:00")
    prepare_due()

    titles = set(NewsletterPage.objects.values_list("title", flat=True))
    assert titles == {"Newsletter Dezember 2026", "Newsletter Januar 2027"}


def test_who_has_begun_an_issue_for_the_month_gets_no_second_one(index):
    issue(index, "Unsere Post", first="2026-12-01", live=False)

    assert prepare_due() == 0


def test_nothing_is_prepared_where_nobody_wants_it_or_there_is_no_newsletter(index):
    index.prepares_drafts = False
    index.save()
    unwanted = prepare_due()
    index.prepares_drafts = True
    index.save()
    index.unpublish()

    assert (unwanted, prepare_due()) == (0, 0)


def test_a_translated_newsletter_has_one_draft_in_the_language_of_the_original(index):
    published(draft_in("en", index))

    assert prepare_due() == 1
    assert NewsletterPage.objects.get().locale.language_code == "de"


def test_it_stands_on_the_first_screen_until_it_is_published(client, index):
    client.force_login(editor())
    prepare_due()
    before = client.get("/admin/").content.decode()

    NewsletterPage.objects.get().save_revision().publish()
    after = client.get("/admin/").content.decode()

    assert "Ein Newsletter liegt als Entwurf bereit:" in before
    assert "Newsletter Dezember 2026" in before
    assert "liegt als Entwurf bereit" not in after


def test_who_may_not_change_it_is_not_told_of_it(index):
    prepare_due()
    reader = editor("gast")
    GroupPagePermission.objects.all().delete()

    assert not waiting(reader).exists()


def test_the_worker_does_it():
    assert prepare_due in [job.work for job in JOBS]


def test_it_takes_the_day_in_the_house_not_in_greenwich(index, clock):
    clock.move_to("2026-11-23 23:30+00:00")

    assert prepare_due(timezone.now()) == 1
