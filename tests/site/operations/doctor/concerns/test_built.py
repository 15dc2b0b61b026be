"""What is made from the program before it runs."""

import os

import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.storage import FileSystemStorage

from quartier.operations.doctor.concerns import built
from quartier.operations.doctor.finding import State
from quartier.operations.doctor.patience import Patience


class Finder:
    """Finds the files of one folder, as Django's own finders do."""

    def __init__(self, folder):
        self.storage = FileSystemStorage(folder)

    def list(self, left_out):
        return [(name, self.storage) for name in self.storage.listdir("")[1]]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "source").mkdir()
    (tmp_path / "source/site.css").write_text("p { color: red }")
    store = ManifestStaticFilesStorage(location=tmp_path / "static", base_url="/static/")
    monkeypatch.setattr(built, "staticfiles_storage", store)
    monkeypatch.setattr(built, "get_finders", lambda: [Finder(tmp_path / "source")])
    return tmp_path


def collect(folder):
    store = built.staticfiles_storage
    source = Finder(folder / "source").storage
    with source.open("site.css") as file:
        store.save("site.css", file)
    list(store.post_process({"site.css": (source, "site.css")}))


def state():
    return built.collected(Patience(5)).state


def test_what_was_never_collected_is_broken_and_what_has_changed_since_is_told(folder):
    assert state() == State.BROKEN
    collect(folder)
    assert state() == State.GOOD

    later = (folder / "static/staticfiles.json").stat().st_mtime + 60
    os.utime(folder / "source/site.css", (later, later))
    assert state() == State.LOOK


def test_a_file_that_came_with_an_update_is_told(folder):
    collect(folder)
    (folder / "source/new.css").write_text("")
    os.utime(folder / "source/new.css", (1, 1))

    assert state() == State.LOOK


def test_catalogues_are_compiled_after_they_are_changed(settings, tmp_path):
    words = tmp_path / "de/LC_MESSAGES/django.po"
    words.parent.mkdir(parents=True)
    words.touch()
    settings.LOCALE_PATHS = [tmp_path]
    missing = built.compiled().state
    words.with_suffix(".mo").touch()
    there = built.compiled().state
    os.utime(words.with_suffix(".mo"), (1, 1))

    assert [missing, there, built.compiled().state] == [State.BROKEN, State.GOOD, State.LOOK]
