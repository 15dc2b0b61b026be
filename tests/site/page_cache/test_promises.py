"""A process may end at any moment: no copy of before a change is taken for true because of that."""

import os
import signal
import subprocess
import sys
import time

import pytest

from quartier.page_cache import promises
from quartier.page_cache.promises import Promise, keep_lost
from quartier.page_cache.version import File
from tests.make.copies import Reader
from tests.site.page_cache.test_keeper import Clock, Stage

DIES = """
import sys; sys.path[:0] = ["site", "."]
from pathlib import Path
from quartier.page_cache.promises import Promise
promise = Promise(Path(sys.argv[1]), None)
print("committed", flush=True)
import time; time.sleep(60)
"""


@pytest.fixture
def killed(own_folder, request):
    """A process that was killed between its commit and the new version."""
    process = subprocess.Popen(
        [sys.executable, "-c", DIES, str(own_folder / "pages/promises")],
        stdout=subprocess.PIPE,
        cwd=request.config.rootpath,
    )
    assert process.stdout.readline() == b"committed\n"
    yield lambda: (os.kill(process.pid, signal.SIGKILL), process.wait())
    process.kill()
    process.stdout.close()
    process.wait()


def test_a_change_of_a_process_that_was_killed_is_told_by_whoever_comes_next(own_folder, killed):
    reader = Reader(Stage(), lifetime=Clock())
    reader.get("/de/")
    promises = own_folder / "pages/promises"
    alive = keep_lost(promises, reader.version)

    killed()
    reader.get("/de/anders/")

    assert alive == 0
    assert reader.get("/de/").how == "miss"
    assert not list(promises.iterdir())


def test_a_promise_that_is_not_needed_leaves_nothing(own_folder):
    version = File(own_folder)
    before = version.state()

    promise = Promise(own_folder / "promises", version)
    del promise

    assert not list((own_folder / "promises").iterdir())
    assert version.state() == before


def test_a_promise_is_kept_also_where_the_disk_takes_no_file(own_folder):
    (own_folder / "promises").write_text("no folder")
    version = File(own_folder)
    before = version.state().version

    Promise(own_folder / "promises", version)()

    assert version.state().version != before


def test_on_a_full_disk_a_change_makes_pages_old_all_the_same(own_folder, monkeypatch):
    version, other = File(own_folder), File(own_folder)
    before = other.state().version
    monkeypatch.setattr(version, "write", lambda state: (_ for _ in ()).throw(OSError("full")))
    time.sleep(0.02)

    version.bump()

    assert other.state().version != before


def test_every_version_has_another_size_and_another_time_than_the_one_before(own_folder):
    version, seen = File(own_folder), set()

    for _ in range(20):
        version.bump()
        seen.add(version.path.stat().st_size)

    assert len(seen) == 20


def test_a_version_that_cannot_be_read_is_another_one(own_folder):
    version = File(own_folder)
    before = version.state().version
    version.path.write_text("rubbish")

    assert version.state().version != before
    assert File(own_folder).state().version == version.state().version


def test_what_was_perhaps_done_makes_pages_old_now_and_once_more_later(own_folder, monkeypatch):
    folder, version = own_folder / "promises", File(own_folder)
    before = version.state().version
    promise = Promise(folder, version)

    promise.doubt()
    told = version.state().version
    too_early = keep_lost(folder, version)
    later = time.time() + 60
    monkeypatch.setattr(promises.time, "time", lambda: later)
    in_time = keep_lost(folder, version)

    assert told != before
    assert (too_early, in_time) == (0, 1)
    assert version.state().version != told
    assert not list(folder.iterdir())
