"""A restore that was killed: the files in place are those that the database names, whenever it was."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from pages.pictures.models import Picture
from quartier.backups import mending, restoring
from quartier.backups.restoring import restore
from quartier.backups.shelves import Folder
from quartier.backups.trouble import BackupError
from quartier.operations.doctor.concerns import backups
from tests.make.pictures import picture

HERE = "testserver"
CUT_OFF = "A restore was cut off: files of before and after lie beside each other."


class Killed(BaseException):
    """Nothing of the process runs any more."""


@pytest.fixture
def later(backup):
    """After the backup was made the house got another picture."""
    return picture(title="Neu", name="neu.png")


def are_all_there():
    return all(each.file.storage.exists(each.file.name) for each in Picture.objects.all())


def die(monkeypatch, backup, name, *, before=False):
    """Restore, and be killed before or after the step with the pictures: nobody tidies up."""
    real = getattr(Folder, name)

    def step(folder):
        is_it = folder.place.name == "media"
        if not (is_it and before):
            real(folder)
        if is_it:
            raise Killed

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(restoring, "_undo", lambda places: None)
        meanwhile.setattr(Folder, name, step)
        with pytest.raises(Killed):
            restore(backup, replaced=HERE)


def names():
    return {found.name for found in backups.look_at(None)}


def mend():
    said = StringIO()
    call_command("restore", mend=True, stdout=said)
    return said.getvalue()


def test_killed_after_the_exchange_the_files_of_before_come_back(later, backup, monkeypatch):
    die(monkeypatch, backup, "exchange")
    lost = not are_all_there()
    told = names()

    said = mend()

    assert lost
    assert CUT_OFF in told
    assert said.startswith("The files are those")
    assert are_all_there()
    assert mending.left() == []
    assert CUT_OFF not in names()


def test_killed_between_two_names_the_files_of_before_come_back(later, backup, monkeypatch, own_folder):
    die(monkeypatch, backup, "exchange")
    (own_folder / "media").rename(own_folder / ".media-restored-x")

    mend()

    assert are_all_there()
    assert mending.left() == []


def test_killed_after_the_commit_the_new_files_stay(later, backup, monkeypatch):
    die(monkeypatch, backup, "finish", before=True)

    mend()

    assert not Picture.objects.filter(title="Neu").exists()
    assert are_all_there()
    assert mending.left() == []


def test_the_next_restore_mends_by_itself(later, backup, monkeypatch):
    die(monkeypatch, backup, "exchange")

    restore(backup, replaced=HERE)

    assert are_all_there()
    assert mending.left() == []


def test_what_lies_beside_while_a_restore_is_at_work_is_no_trouble_and_no_second_one_begins(backup):
    with mending.alone():
        assert mending.left() == []
        with pytest.raises(BackupError, match="Another restore"):
            restore(backup, replaced=HERE)


def test_where_nothing_is_broken_nothing_is_mended(inhabited):
    assert mend() == "There was nothing to mend.\n"


@pytest.mark.parametrize("words", [{}, {"mend": True, "file": "one.tar"}])
def test_it_wants_either_a_file_or_to_mend(db, words):
    with pytest.raises(CommandError, match="Please name the file"):
        call_command("restore", *filter(None, [words.pop("file", "")]), **words)


def test_where_the_database_cannot_be_asked_no_file_is_touched(later, backup, monkeypatch):
    die(monkeypatch, backup, "exchange")
    before = mending.left()

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(mending, "_named", unknown)
        with pytest.raises(CommandError, match="cannot be asked"):
            mend()

    assert mending.left() == before


def unknown(shelf):
    raise OperationalError("no such table")
