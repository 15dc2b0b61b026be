"""At most one mail in 15 minutes and three in a day, whoever asks, however often and at the same time."""

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection, connections

from pages.letters.models import Letter
from pages.subscribers import asking, limits
from pages.subscribers.models import Asked, Subscriber

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def later(**time):
    return NOON + timedelta(**time)


def test_an_address_is_written_to_once_in_a_quarter_of_an_hour(db):
    moments = [NOON, later(minutes=1), later(minutes=14, seconds=59), later(minutes=15), later(minutes=16)]

    assert [limits.may_write_to("mina@post.example", at) for at in moments] == [
        True,
        False,
        False,
        True,
        False,
    ]


def test_an_address_is_written_to_three_times_in_any_24_hours(db):
    hours = range(0, 49)

    written = [hour for hour in hours if limits.may_write_to("mina@post.example", later(hours=hour))]

    assert written == [0, 1, 2, 24, 25, 26, 48]


def test_what_was_refused_does_not_count(db):
    limits.may_write_to("mina@post.example", NOON)
    for second in range(100):
        limits.may_write_to("mina@post.example", later(seconds=second))

    assert limits.may_write_to("mina@post.example", later(minutes=15))


def test_another_spelling_is_the_same_mailbox(db):
    spelled = [
        "mina@gmail.com",
        "MINA@gmail.com",
        "m.i.n.a@gmail.com",
        "mina+1@googlemail.com",
        "ｍina@gmail.com",
    ]

    assert [limits.may_write_to(each, NOON) for each in spelled] == [True, False, False, False, False]


def test_another_address_is_another(db):
    assert all(limits.may_write_to(f"{name}@post.example", NOON) for name in ("mina", "kim", "m.ina"))


def test_it_is_one_statement(db, django_assert_num_queries):
    for _time in "123":
        with django_assert_num_queries(1):
            limits.may_write_to("mina@post.example", NOON)


def test_no_address_is_kept_for_counting_and_nothing_for_longer_than_two_days(db):
    limits.may_write_to("mina@post.example", NOON)

    assert "mina" not in Asked.objects.get().mark
    assert limits.forget(later(hours=47)) == 0
    assert limits.forget(later(hours=48)) == 1


def test_of_many_wishes_for_one_mailbox_one_is_written_to(home):
    for number in range(30):
        asking.ask(f"mina+{number}@gmail.com", "de", now=NOON)

    asking.answer_waiting(NOON)

    assert Letter.objects.count() == 1
    assert Subscriber.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="threads of one process share SQLite in memory")
@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_one_wins():
    barrier, won = threading.Barrier(12), []

    def knock():
        barrier.wait()
        won.append(limits.may_write_to("mina@post.example", NOON))
        connections.close_all()

    threads = [threading.Thread(target=knock) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(won) == [False] * 11 + [True]


KNOCK = """
import sys, django; django.setup()
from datetime import UTC, datetime
from pages.subscribers import limits
sys.stdin.readline()
print(sum(limits.may_write_to("mina@post.example", datetime(2026, 5, 4, 12, tzinfo=UTC)) for _ in range(20)))
"""


def test_of_many_processes_on_one_file_one_wins(tmp_path):
    """On SQLite as it is installed: a file, several workers."""
    own = {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "quartier.settings.dev"}
    own |= {"PYTHONPATH": f"{settings.ROOT}:{settings.ROOT}/site", "DATABASE_URL": f"sqlite:///{tmp_path}/db"}
    make = "import django; django.setup()\nfrom django.db import connection\n"
    make += "from pages.subscribers.models import Asked\n"
    make += "with connection.schema_editor() as editor: editor.create_model(Asked)"
    python = [sys.executable, "-c"]
    subprocess.run([*python, make], env=os.environ | own, check=True, cwd=settings.ROOT)
    knocking = [
        subprocess.Popen(
            [*python, KNOCK],
            env=os.environ | own,
            cwd=settings.ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]

    for each in knocking:
        each.stdin.write("\n")
        each.stdin.flush()
    won = [int(each.communicate(timeout=120)[0]) for each in knocking]

    assert sorted(won) == [0, 0, 0, 1]
