"""What is due is done once, whoever else is at work."""

import time
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from django.core.management import call_command

from pages.letters import outbox
from quartier.operations.jobs import JOBS, LOST_AFTER, Job, do_due
from quartier.operations.models import JobRun

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
pytestmark = pytest.mark.django_db


def test_a_job_is_done_when_it_is_due_and_not_before():
    done = []
    jobs = [Job("lüften", HOUR, lambda: done.append(1))]

    for minutes in (0, 30, 59, 60, 61, 120):
        do_due(jobs, NOON + timedelta(minutes=minutes))

    assert len(done) == 3


def test_two_workers_do_not_do_the_same_at_once():
    done = []

    def work():
        done.append(1)
        do_due(jobs, NOON + 2 * HOUR - timedelta(minutes=90))
        do_due(jobs, NOON + timedelta(minutes=59))

    jobs = [Job("lüften", timedelta(minutes=1), work)]
    do_due(jobs, NOON)

    assert len(done) == 1


def test_what_a_worker_died_over_is_done_by_the_next():
    done = []
    jobs = [Job("lüften", timedelta(minutes=1), lambda: done.append(1))]
    JobRun.objects.create(name="lüften", due_at=NOON, busy_until=NOON + LOST_AFTER)

    do_due(jobs, NOON + LOST_AFTER / 2)
    do_due(jobs, NOON + LOST_AFTER)

    assert len(done) == 1


def test_a_job_that_fails_stops_no_other_and_is_tried_again():
    done = []
    jobs = [Job("bricht", HOUR, lambda: 1 / 0), Job("lüften", HOUR, lambda: done.append(1))]

    assert do_due(jobs, NOON) == ["lüften"]

    run = JobRun.objects.get(name="bricht")
    assert (run.trouble, run.busy_until, run.due_at) == ("ZeroDivisionError", None, NOON + HOUR)


@pytest.mark.django_db(transaction=True)
def test_what_takes_long_holds_up_no_other_and_is_not_begun_twice():
    done, go_on, over = [], Event(), Event()

    def look_around():
        done.append("begun")
        go_on.wait(10)
        over.set()

    jobs = [Job("nachsehen", timedelta(0), look_around, takes_long=True)]
    jobs += [Job("lüften", timedelta(0), lambda: done.append("lüften"))]
    do_due(jobs, NOON, aside=True)
    do_due(jobs, NOON + timedelta(minutes=1), aside=True)
    meanwhile = [*done]
    go_on.set()
    assert over.wait(10)
    wait_until(lambda: JobRun.objects.filter(name="nachsehen", busy_until=None).exists())

    assert sorted(meanwhile) == ["begun", "lüften", "lüften"]


def wait_until(true):
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_every_job_of_the_house_runs(mailoutbox, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    outbox.put("haus@haus.example", "Saal", "Hallo")

    call_command("work", "--once", verbosity=0)

    assert {run.name for run in JobRun.objects.exclude(done_at=None)} == {job.name for job in JOBS}
    assert not JobRun.objects.exclude(trouble="")
    assert len(mailoutbox) == 1
