"""What a worker leaves behind that dies at any moment."""

import runpy
from datetime import timedelta

import pytest
from django.db import connections
from django.db.utils import load_backend

from pages.mailings.delivering import claiming, marks, workers
from pages.mailings.models import Delivery, State
from quartier.operations.sqlite import switch_to_wal
from quartier.settings import production
from tests.make.mailings import NOON, mailing, subscribers

pytestmark = pytest.mark.django_db


def claimed(worker, count=3):
    """So many mails that a worker has claimed, the first of them handed over."""
    subscribers(count)
    made = mailing()
    keys = claiming.claim(worker, [made.pk], count, NOON)
    assert marks.before_the_dot(worker, keys[:1], [], NOON) == set(keys[:1])
    return keys


def found():
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


def test_what_is_claimed_nobody_else_can_claim():
    subscribers(5)
    made = mailing()

    first = claiming.claim("a", [made.pk], 3, NOON)
    second = claiming.claim("b", [made.pk], 3, NOON)

    assert (len(first), len(second)) == (3, 2)
    assert not set(first) & set(second)
    assert claiming.claim("c", [made.pk], 3, NOON) == []


def test_of_the_dead_what_was_handed_over_is_uncertain_and_the_rest_waits_again():
    with workers.at_work() as worker:
        claimed(worker)
        lock = workers.folder() / worker
        lock.rename(lock.with_name("kept"))
    (workers.folder() / "kept").rename(lock)  # as if it had been killed: the file is there, the lock is not

    claiming.sweep(NOON)

    assert found() == ["uncertain", "queued", "queued"]
    assert not lock.exists()


def test_the_living_keep_what_they_have():
    with workers.at_work() as worker:
        claimed(worker)

        claiming.sweep(NOON)

        assert found() == ["dot", "claimed", "claimed"]


def test_a_worker_on_another_machine_loses_what_it_has_when_its_time_is_over():
    claimed("far-away")

    claiming.sweep(NOON + claiming.LEASE - timedelta(seconds=1))
    before = found()
    claiming.sweep(NOON + claiming.LEASE)

    assert before == ["dot", "claimed", "claimed"]
    assert found() == ["uncertain", "queued", "queued"]


def test_who_has_lost_a_mail_may_not_hand_it_over():
    keys = claimed("slow")
    claiming.sweep(NOON + claiming.LEASE)

    assert marks.before_the_dot("slow", keys[1:], [], NOON) == set()


def test_what_is_learnt_late_still_counts():
    keys = claimed("slow")
    claiming.sweep(NOON + claiming.LEASE)

    marks.as_sent("slow", keys[:1], NOON)

    assert found()[0] == State.SENT


def test_what_is_learnt_late_changes_nothing_of_what_is_sent_again_by_now():
    keys = claimed("slow")
    claiming.sweep(NOON + claiming.LEASE)
    Delivery.objects.filter(pk=keys[0]).update(state=State.QUEUED, worker="")

    marks.as_sent("slow", keys[:1], NOON)

    assert found()[0] == State.QUEUED


def test_the_mark_of_one_and_that_of_the_next_are_one():
    keys = claimed("a")

    assert marks.before_the_dot("a", keys[1:2], keys[:1], NOON) == {keys[1]}

    assert found() == ["sent", "dot", "claimed"]


def test_on_sqlite_each_mark_is_on_the_disk_before_it_goes_on(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'house.sqlite3'}")
    options = runpy.run_path(production.__file__)["DATABASES"]["default"]
    settings = {**connections["default"].settings_dict, **options}
    house = load_backend(options["ENGINE"]).DatabaseWrapper(settings, alias="house")
    switch_to_wal(house)
    monkeypatch.setattr(marks, "connection", house)

    def synchronous():
        with house.cursor() as cursor:
            return cursor.execute("PRAGMA synchronous").fetchone()[0]

    before = synchronous()
    with marks.written_through():
        during = synchronous()

    assert (before, during, synchronous()) == (1, 2, 1)
    house.close()
