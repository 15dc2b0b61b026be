"""The worker beside the web server: what it does between its jobs, and how it ends."""

import os
import signal
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from pages.letters import outbox
from pages.mailings.models import Mailing, Progress
from pages.mailings.progress import Counts, counts
from quartier.operations.jobs import JOBS
from quartier.operations.management.commands import work
from quartier.operations.models import JobRun
from tests.make.mailings import mailing, subscribers
from tests.make.pages import plain_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_machine(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def no_jobs():
    """All jobs have just been done."""
    later = timezone.now() + timedelta(days=1)
    JobRun.objects.bulk_create(JobRun(name=job.name, due_at=later) for job in JOBS)


def a_mailing(count=3):
    subscribers(count)
    return mailing(now=timezone.now())


def test_newsletters_are_sent_beside_the_jobs(mailoutbox, no_jobs):
    made = a_mailing()

    call_command("work", "--once", verbosity=0)

    assert counts(made) == Counts(sent=3)
    assert Mailing.objects.get().progress == Progress.DONE


def test_as_long_as_more_is_due_it_does_not_pause(monkeypatch, no_jobs):
    told, pauses = [True, True, False], []

    class Stop(work.Event):
        def wait(self, timeout=None):
            pauses.append(timeout)
            if timeout:
                self.set()

    monkeypatch.setattr(work, "Event", Stop)
    monkeypatch.setattr(work, "deliver", lambda is_over: told.pop(0))

    call_command("work", verbosity=0)

    assert pauses == [0, 0, work.PAUSE]


@pytest.mark.parametrize(("seconds", "pause"), [(3, 3.02), (600, work.PAUSE), (None, work.PAUSE)])
def test_it_wakes_at_the_moment_for_which_something_is_planned(home, seconds, pause):
    now = timezone.now()
    if seconds:
        plain_page(home).save_revision(approved_go_live_at=now + timedelta(seconds=seconds))

    assert work._pause(now) == pytest.approx(pause, abs=0.001)


def test_a_fault_in_a_newsletter_stops_no_other_work(monkeypatch, no_jobs, caplog):
    def broken(is_over):
        raise RuntimeError

    monkeypatch.setattr(work, "deliver", broken)

    call_command("work", "--once", verbosity=0)

    assert "Newsletters could not be sent." in caplog.text


def test_asked_to_end_it_begins_no_further_mail(mailoutbox, monkeypatch, no_jobs):
    made = a_mailing(5)
    send = work.deliver

    def asked_meanwhile(is_over):
        os.kill(os.getpid(), signal.SIGTERM)
        return send(is_over)

    monkeypatch.setattr(work, "deliver", asked_meanwhile)
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)

    try:
        call_command("work", verbosity=0)
    finally:
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])

    assert counts(made) == Counts(waiting=5)


def test_in_a_restored_backup_not_even_single_letters_are_sent(mailoutbox, settings):
    call_command("work", "--once", verbosity=0)
    outbox.put("haus@haus.example", "Saal", "Hallo")
    JobRun.objects.update(due_at=timezone.now())
    (settings.DATA_DIR / "mailings" / "anchor").unlink()

    call_command("work", "--once", verbosity=0)

    assert mailoutbox == []
    assert outbox.stuck().count() == 1
