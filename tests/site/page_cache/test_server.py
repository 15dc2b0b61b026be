"""Several machines share what is true; without their server nothing is wrong, only slower."""

import time
from pathlib import Path

import pytest
from django.core.cache.backends.base import DEFAULT_TIMEOUT

from quartier.page_cache import server as ours
from quartier.page_cache.promises import Promise
from quartier.page_cache.room_on_server import OnServer
from quartier.page_cache.rooms import OnDisk
from quartier.page_cache.server import Copies, Shared
from quartier.page_cache.shelves import Shelves
from quartier.page_cache.upkeep import look_after
from quartier.page_cache.version import File, State
from tests.make.copies import Reader
from tests.make.valkey import Server
from tests.site.page_cache.test_keeper import PAGE, Clock, Stage


@pytest.fixture(scope="module")
def running():
    server = Server()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(running, monkeypatch):
    """A server that knows nothing yet, and that is not waited for long once it has gone."""
    monkeypatch.setattr(ours, "BREATH", 0.05)
    if running._process is None:
        running.start()
    ours.server(running.url).flushall()
    return running


@pytest.fixture
def machines(server, tmp_path):
    """Two machines, each with a disk of its own, and the same pages to show."""
    return [machine(server, tmp_path / name) for name in ("one", "two")]


def machine(server, folder):
    shelves = Shelves(folder / "kept", Copies(server.url, "test"))
    return Reader(Stage(), lifetime=Clock(), shelves=shelves, version=Shared(server.url, folder))


def test_a_page_that_one_machine_has_made_is_there_for_all(machines):
    one, two = machines

    assert [one.get("/de/").how, two.get("/de/").how] == ["miss", "hit"]
    assert (two.get("/de/").text, two.rendered) == (PAGE, 0)


def test_a_change_on_one_machine_is_seen_on_all_at_once(machines):
    one, two = machines
    for each in machines:
        each.get("/de/")

    one.version.bump()

    assert [two.get("/de/").how, one.get("/de/").how] == ["miss", "hit"]


def test_the_file_beside_the_web_server_follows(machines, tmp_path):
    one, two = machines
    seen = []
    for _ in range(3):
        one.version.bump()
        two.get("/de/")
        stat = (tmp_path / "two" / "version").stat()
        seen.append((stat.st_size, stat.st_mtime_ns))

    assert len(set(seen)) == len({size for size, _time in seen}) == 3
    assert File(tmp_path / "two").state().number == one.version.state().number


def test_while_the_server_is_gone_pages_are_made_anew_and_afterwards_kept_again(machines, server):
    one, _two = machines
    one.get("/de/")
    server.stop()
    gone = [one.get("/de/").how for _ in range(2)]
    server.start()
    time.sleep(0.1)
    back = [one.get("/de/").how for _ in range(2)]

    assert (gone, back) == (["miss", "miss"], ["miss", "hit"])


def test_without_server_and_application_the_last_good_copy_is_shown(machines, server):
    one, _two = machines
    one.get("/de/")
    server.stop()
    one._application.status = "500 Internal Server Error"

    assert one.get("/de/").how == "stale"


def test_a_change_while_the_server_is_out_of_reach_is_told_when_it_is_back(machines, server, tmp_path):
    one, two = machines
    for each in machines:
        each.get("/de/")
    cut_off = Shared("redis://127.0.0.1:1/0", tmp_path / "one")

    Promise(tmp_path / "one" / "promises", cut_off)()

    assert [one.get("/de/").how, two.get("/de/").how] == ["miss", "hit"]
    assert not list((tmp_path / "one" / "promises").iterdir())


def test_what_was_withdrawn_is_withdrawn_on_all_machines(machines):
    one, two = machines
    for each in machines:
        each.get("/de/")
    one.version.bump(withdraws=True)
    one.version.bump()
    two._application.status = "500 Internal Server Error"

    assert two.get("/de/").status == 500


def test_the_cache_of_all_processes_forgets_and_counts_but_never_fails(server):
    cache = OnServer(server.url, {"OPTIONS": {"socket_connect_timeout": 0.2}})
    cache.set("a", 1)
    assert (cache.get("a"), cache.incr("a"), cache.add("a", 5)) == (1, 2, False)

    gone = OnServer("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 0.2}})
    told = [gone.get("a", "x"), gone.set("a", 1, DEFAULT_TIMEOUT), gone.add("a", 1), gone.has_key("a")]
    told += [gone.get_many(["a"]), gone.set_many({"a": 1}), gone.delete("a"), gone.touch("a"), gone.clear()]

    assert told == ["x", None, True, False, {}, ["a"], False, False, False]


def test_what_pages_ask_for_all_the_time_stays_near_until_something_changes(own_folder, tmp_path):
    first, second = (OnDisk(str(tmp_path / "cache"), {}) for _ in range(2))
    first.set("wagtail_site_root_paths", ["a"])
    first.set("allauth:rl:1", [1])

    assert (first.get("wagtail_site_root_paths"), second.get("allauth:rl:1")) == (["a"], [1])
    assert not any("wagtail" in path.read_text("latin-1") for path in (tmp_path / "cache").iterdir())
    File(own_folder / "pages").bump()
    assert first.get("wagtail_site_root_paths") is None


def test_a_server_that_was_started_anew_without_its_memory_begins_anew(machines, server):
    one, _two = machines
    before = one.version.state()
    server.stop()
    server.start()
    time.sleep(0.1)

    after = one.version.state()

    assert isinstance(after, State)
    assert after.version != before.version


def test_on_the_disk_what_was_damaged_or_cannot_be_read_counts_as_forgotten(own_folder):
    cache = OnDisk(str(own_folder / "cache"), {})
    for name in ("damaged", "unreadable"):
        cache.set(name, "word" * 100)
    damaged, unreadable = (Path(cache._key_to_file(name)) for name in ("damaged", "unreadable"))
    damaged.write_bytes(damaged.read_bytes()[:-20])
    unreadable.unlink()
    unreadable.mkdir()

    assert [cache.get(name, "-") for name in ("damaged", "unreadable")] == ["-", "-"]
    cache.set("damaged", "again")
    assert cache.get("damaged") == "again"
    assert cache.delete("unreadable") is False


def test_the_worker_tells_the_web_server_beside_it_what_another_machine_has_changed(
    server, own_folder, tmp_path, settings
):
    """While nginx answers everybody, nobody else on this machine asks for the version."""
    settings.CACHE_URL = server.url
    look_after()
    before = (own_folder / "pages/version").stat().st_size

    Shared(server.url, tmp_path / "another").bump()
    look_after()

    assert (own_folder / "pages/version").stat().st_size == before + 1


def test_a_process_that_is_late_does_not_bring_an_old_version_back(machines):
    one, _two = machines
    late = one.version._server.get(ours.KEY) or one.version._begin()
    one.version.bump()
    newest = one.version.state()

    one.version._notice(late)

    assert File(one.version._folder.parent).state().number == newest.number
