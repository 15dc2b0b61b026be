"""What the timer does: one new backup, proved, and not more than so many old ones."""

import os
import stat
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command

from quartier.backups import keeping
from quartier.backups.keeping import in_folder, keep, newest
from quartier.backups.trouble import BackupError

NOW = datetime(2026, 11, 26, 3, 0, 5, tzinfo=UTC)


@pytest.fixture
def old(tmp_path):
    """Three backups of the days before, and something that is none."""
    folder = tmp_path / "kept"
    folder.mkdir()
    for day in (23, 24, 25):
        (folder / f"quartier-202611{day}T030000Z.tar").write_bytes(b"")
    (folder / "holiday.tar").write_bytes(b"")
    return folder


@pytest.fixture
def without_a_house(monkeypatch):
    """What a backup holds is of no interest here."""
    monkeypatch.setattr(keeping, "make", lambda path: path.write_bytes(b"whole"))
    monkeypatch.setattr(keeping, "verify", lambda path: "its manifest")


@time_machine.travel(NOW, tick=False)
def test_the_newest_are_kept_and_what_is_no_backup_is_left_alone(old, without_a_house):
    path, _manifest = keep(old, 2)

    assert sorted(each.name for each in old.iterdir()) == [
        "holiday.tar",
        "quartier-20261125T030000Z.tar",
        "quartier-20261126T030005Z.tar",
    ]
    assert newest(old).path == path
    assert newest(old).made_at == NOW


@time_machine.travel(NOW, tick=False)
def test_the_new_one_stays_though_a_clock_was_ahead_once(old, without_a_house):
    (old / "quartier-20270101T030000Z.tar").write_bytes(b"")

    path, _manifest = keep(old, 1)

    assert in_folder(old)[0].path == path
    assert len(in_folder(old)) == 1


@time_machine.travel(NOW, tick=False)
def test_what_was_cut_off_days_ago_does_not_fill_the_disk(old, without_a_house):
    left, going_on = (old / f".quartier-2026112{day}T030000Z.tar.x1" for day in (4, 6))
    for path, hours in ((left, 48), (going_on, 1)):
        path.write_bytes(b"half")
        os.utime(path, times=(NOW.timestamp() - hours * 3600,) * 2)

    keep(old, 2)

    assert not left.exists()
    assert going_on.exists()


def test_a_backup_that_cannot_be_read_again_takes_no_old_one_away(old, without_a_house, monkeypatch):
    def broken(path):
        raise BackupError("The backup is damaged.")

    monkeypatch.setattr(keeping, "verify", broken)
    with pytest.raises(BackupError):
        keep(old, 1)

    assert len(in_folder(old)) == 3


def test_where_there_is_no_backup_there_is_no_newest(tmp_path):
    assert newest(tmp_path) is None
    assert newest(tmp_path / "nowhere") is None


@pytest.mark.parametrize("words", [(), ("--keep", "0"), ("nowhere.tar", "--verify")])
def test_a_wrong_word_is_answered_in_a_sentence(own_folder, words):
    with pytest.raises(CommandError, match=r"name the file|At least one|There is no"):
        call_command("backup", *words)


def test_the_command_makes_and_proves_one_that_only_its_owner_reads(inhabited, settings, capsys):
    call_command("backup", "--keep", "14")

    made = newest(settings.BACKUP_DIR)
    assert "is whole" in capsys.readouterr().out
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    call_command("backup", str(made.path), "--verify")
