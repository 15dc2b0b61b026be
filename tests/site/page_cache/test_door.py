"""How the keeper stands before Django; what a new program, a closed house and caches elsewhere mean."""

import os
from types import SimpleNamespace

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command

from quartier.page_cache import door, upkeep, versions
from quartier.page_cache.folder import Folder, forget_others
from quartier.page_cache.keeper import Keeper
from quartier.page_cache.version import File
from tests.make.copies import ask, watched
from tests.make.pages import plain_page

LATER = 10_000_000_000.0


@pytest.fixture
def version(own_folder):
    return File(own_folder / "pages")


def test_where_settings_want_no_copies_django_answers_alone(settings):
    settings.KEEP_PAGES = False
    application = WSGIHandler()

    assert door.keeping(application) is application


def test_with_another_program_all_pages_are_made_anew_until_all_processes_have_it(version, monkeypatch):
    monkeypatch.setattr(door, "edition", lambda: "old")
    door.begin(now=LATER - 1)
    before = version.state().number
    door.begin(now=LATER)
    same = version.state().number
    monkeypatch.setattr(door, "edition", lambda: "new")

    door.begin(now=LATER)
    first = version.state().number
    door.begin()
    second = version.state().number

    assert (same, first, second) == (before, before + 1, before + 2)


def test_copies_of_another_program_are_not_shown(home, own_folder, monkeypatch):
    plain_page(home, "Impressum")
    first = door.keeping(WSGIHandler())
    assert [ask(first, "/de/impressum/").headers["X-Quartier-Copy"] for _ in range(2)] == ["miss", "hit"]
    monkeypatch.setattr(door, "edition", lambda: "new")

    second = door.keeping(WSGIHandler())

    assert isinstance(second, Keeper)
    assert ask(second, "/de/impressum/").headers["X-Quartier-Copy"] == "miss"


def test_a_house_closed_for_maintenance_shows_no_copies(home, own_folder, settings):
    settings.MAINTENANCE_MODE_STATE_FILE_PATH = str(own_folder / "maintenance")
    plain_page(home, "Impressum")
    application = door.keeping(WSGIHandler())
    opened = ask(application, "/de/impressum/").status

    (own_folder / "maintenance").write_text("1")
    closed = ask(application, "/de/impressum/").status
    (own_folder / "maintenance").write_text("0")
    again = ask(application, "/de/impressum/")

    assert (opened, closed, again.status) == (200, 503, 200)
    assert again.headers["X-Quartier-Copy"] == "hit"


def test_a_web_server_in_front_learns_when_the_house_closes_and_opens(own_folder, settings):
    settings.MAINTENANCE_MODE_STATE_FILE_PATH = str(own_folder / "maintenance")
    seen = [versions.version().state().version]

    for word in ("on", "off"):
        call_command("maintenance_mode", word)
        seen.append(versions.version().state().version)

    assert len(set(seen)) == 3
    assert versions.version().path.stat().st_mode & 0o777 == 0o640


class Elsewhere:
    """Stands in for a cache in front of the site, and remembers what it was told to forget."""

    forgotten = []

    def __init__(self, params):
        self.hostnames = None

    def invalidates_hostname(self, hostname):
        return True

    def purge_batch(self, urls):
        self.forgotten.extend(urls)


def test_caches_elsewhere_are_told_once_of_all_addresses_after_a_change(home, own_folder, settings):
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": f"{__name__}.Elsewhere"}}
    Elsewhere.forgotten.clear()
    page = plain_page(home, "Impressum")
    application = door.keeping(WSGIHandler())
    ask(application, "/de/impressum/?seite=2")
    upkeep.tell_others()
    Elsewhere.forgotten.clear()

    upkeep.tell_others()
    nothing = list(Elsewhere.forgotten)
    with watched():
        File(own_folder / "pages").bump()
    upkeep.tell_others()

    assert nothing == []
    assert {page.full_url, "http://testserver/de/impressum/?seite=2"} <= set(Elsewhere.forgotten)


def test_old_pages_are_thrown_away_when_there_are_too_many(home, own_folder, monkeypatch):
    application = door.keeping(WSGIHandler())
    for name in "abc":
        plain_page(home, name, slug=name)
        ask(application, f"/de/{name}/")
    monkeypatch.setattr("quartier.page_cache.shelves.ON_DISK", 1)

    upkeep.tidy()

    assert not list(upkeep.shelves().every())


def test_after_a_change_by_another_program_a_command_has_all_pages_made_anew(home, own_folder, capsys):
    plain_page(home, "Impressum")
    application = door.keeping(WSGIHandler())
    ask(application, "/de/impressum/")
    call_command("pages")

    call_command("pages", anew=True)

    assert capsys.readouterr().out.splitlines() == [
        "1 copies are kept, 1 of them of the present version.",
        "1 copies are kept, 0 of them of the present version.",
    ]
    assert ask(application, "/de/impressum/").headers["X-Quartier-Copy"] == "miss"


def test_copies_of_an_old_program_stay_as_long_as_it_is_still_at_work(own_folder):
    for name in ("asleep", "at-work"):
        (own_folder / "kept" / name / "pages/ab").mkdir(parents=True)
        for folder in ("", "pages", "pages/ab"):
            os.utime(own_folder / "kept" / name / folder, (1000, 1000))
    Folder(own_folder / "kept/at-work/pages", 1000).put("ab12", SimpleNamespace(written=lambda: b"copy"))

    forget_others(own_folder / "kept", "new", older_than=2000)

    assert [folder.name for folder in (own_folder / "kept").iterdir()] == ["at-work"]
