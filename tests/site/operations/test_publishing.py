"""What has been given a time begins and ends at that time, whatever happens to others."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.passages.models import Passage
from pages.standard.models import StandardPage
from quartier.operations.jobs import JOBS, do_due
from quartier.operations.publishing import publish_due
from tests.make.languages import translated
from tests.make.pages import plain_page

IN_AN_HOUR = timedelta(hours=1)
LATER = timedelta(hours=2)


@pytest.fixture
def now():
    return timezone.now()


def timed(page, **times):
    """Publish a page with a time of its own, as the form does."""
    page = type(page).objects.get(pk=page.pk)
    for name, moment in times.items():
        setattr(page, name, moment)
    page.save_revision().publish()
    return page


def test_a_page_appears_when_its_time_has_come_and_not_before(client, home, now):
    page = timed(plain_page(home, "Sommerfest", live=False), go_live_at=now + IN_AN_HOUR)

    publish_due()
    before = client.get("/de/sommerfest/").status_code
    with time_machine.travel(now + LATER):
        number = publish_due()
        after = client.get("/de/sommerfest/").status_code

    assert (before, after, number) == (404, 200, 1)
    page.refresh_from_db()
    assert page.live


def test_a_page_vanishes_when_its_time_is_over(client, home, now):
    page = timed(plain_page(home, "Sommerfest"), expire_at=now + IN_AN_HOUR)

    publish_due()
    before = client.get("/de/sommerfest/").status_code
    with time_machine.travel(now + LATER):
        publish_due()
        after = client.get("/de/sommerfest/").status_code

    assert (before, after) == (200, 404)
    page.refresh_from_db()
    assert page.expired


def test_a_translation_has_a_time_of_its_own(client, home, now):
    page = plain_page(home, "Sommerfest")
    arabic = translated(page, "ar", "مهرجان", slug="mahrajan")
    timed(arabic, title="مهرجان الصيف", go_live_at=now + IN_AN_HOUR)

    before = StandardPage.objects.get(pk=arabic.pk).title
    with time_machine.travel(now + LATER):
        publish_due()

    assert before == "مهرجان"
    assert StandardPage.objects.get(pk=arabic.pk).title == "مهرجان الصيف"


def test_what_is_no_page_is_published_in_time_too(home, now):
    passage = Passage.objects.create(name="Anfahrt", live=False, locale=home.locale)
    passage.go_live_at = now + IN_AN_HOUR
    passage.save_revision().publish()

    with time_machine.travel(now + LATER):
        publish_due()

    passage.refresh_from_db()
    assert passage.live


def test_a_page_that_cannot_be_published_stops_no_other(client, home, now, monkeypatch, caplog):
    for title in ("Chor", "Sommerfest"):
        timed(plain_page(home, title, live=False), go_live_at=now + IN_AN_HOUR)
    publish = StandardPage.publish

    def refuse(self, *args, **kwargs):
        if self.title == "Chor":
            raise ValueError(self.title)
        return publish(self, *args, **kwargs)

    monkeypatch.setattr(StandardPage, "publish", refuse)
    with time_machine.travel(now + LATER):
        number = publish_due()
        answers = [client.get(f"/de/{name}/").status_code for name in ("chor", "sommerfest")]

    assert (number, answers) == (1, [404, 200])
    assert "What was to happen at its time did not" in caplog.text


def test_whoever_works_off_what_is_due_publishes_each_time(client, home, now):
    job = next(job for job in JOBS if job.work is publish_due)
    timed(plain_page(home, "Sommerfest", live=False), go_live_at=now + IN_AN_HOUR)

    do_due([job], now)
    with time_machine.travel(now + LATER):
        done = do_due([job])

    assert done == [job.name]
    assert job.every == timedelta(0)
    assert client.get("/de/sommerfest/").status_code == 200
