"""Which faults are told as “out of order”, and which stay faults of ours."""

import errno
import sqlite3

import pytest
from botocore.exceptions import EndpointConnectionError
from django.core.files.base import ContentFile
from django.db import DatabaseError, OperationalError
from django.http import Http404
from psycopg import errors

from pages import noting
from pages.outage import Cause, cause_of
from pages.whole import WholeFiles
from tests.make.outages import full_disk


def raised(fault, because=None):
    try:
        raise fault from because
    except type(fault) as caught:
        return caught


def of_sqlite(work):
    try:
        work()
    except sqlite3.Error as fault:
        return raised(OperationalError(str(fault)), fault)
    raise AssertionError("Nothing went wrong.")


def full_database():
    with sqlite3.connect(":memory:") as small:
        small.execute("PRAGMA max_page_count = 3")
        small.execute("CREATE TABLE box (thing)")
        small.execute("INSERT INTO box VALUES (zeroblob(100000))")


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (of_sqlite(full_database), Cause.DISK),
        (of_sqlite(lambda: sqlite3.connect("/nowhere/at/all")), Cause.DATABASE),
        (of_sqlite(lambda: sqlite3.connect(":memory:").execute("SELECT 1 FROM nothing")), None),
        (raised(OperationalError("x"), errors.AdminShutdown("going")), Cause.DATABASE),
        (raised(OperationalError("x"), errors.OperationalError("refused")), Cause.DATABASE),
        (raised(OperationalError("x"), errors.DiskFull("full")), Cause.DISK),
        (raised(OperationalError("x"), errors.DeadlockDetected("two")), Cause.BUSY),
        (raised(OperationalError("x"), errors.QueryCanceled("too long")), Cause.BUSY),
        (raised(DatabaseError("x"), errors.UndefinedTable("what")), None),
        (raised(ValueError("x"), raised(OSError(errno.ENOSPC, "full"))), Cause.DISK),
        (OSError(errno.ENOENT, "lost"), None),
        (EndpointConnectionError(endpoint_url="http://127.0.0.1:9"), Cause.STORAGE),
        (Http404(), None),
        (KeyError("of ours"), None),
    ],
)
def test_what_is_gone_is_known_by_the_fault(fault, cause):
    assert cause_of(fault) is cause


def test_a_locked_database_is_known_as_busy(tmp_path):
    with sqlite3.connect(tmp_path / "one", timeout=0) as one:
        one.execute("CREATE TABLE box (thing)")
        one.execute("BEGIN IMMEDIATE")

        fault = of_sqlite(lambda: sqlite3.connect(tmp_path / "one", timeout=0).execute("BEGIN IMMEDIATE"))

    assert cause_of(fault) is Cause.BUSY


def test_a_thousand_faults_are_one_line_in_the_log_and_the_next_one_counts_them(caplog):
    noting.forget()
    for second in range(1000):
        noting.note(Cause.DISK, OSError(errno.ENOSPC, "full"), now=second / 100)
    noting.note(Cause.DISK, OSError(errno.ENOSPC, "full"), now=61)

    assert len(caplog.records) == 2
    assert "disk" in caplog.records[0].getMessage()
    assert "999 more" in caplog.records[1].getMessage()


def test_a_file_that_could_not_be_written_to_its_end_is_taken_away(tmp_path):
    files = WholeFiles(location=tmp_path)

    with pytest.raises(OSError, match="No space left"):
        files.save("report.txt", full_disk(ContentFile(b"a long report")))

    assert list(tmp_path.iterdir()) == []
    assert files.save("report.txt", ContentFile(b"a report")) == "report.txt"
