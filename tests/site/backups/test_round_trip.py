"""What was kept comes back: all of it, byte for byte, or nothing at all."""

import resource
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from pages.enquiries.models import Attachment, Submission
from pages.letters.models import Letter, State
from pages.mailings.models import Installation
from pages.pictures.models import Picture, Rendition
from pages.places.models import Tariff
from pages.topics.models import Topic
from quartier.backups import shelves
from quartier.backups.checking import verify
from quartier.backups.comparing.digest import take
from quartier.backups.making import make
from quartier.backups.restoring import restore
from quartier.backups.trouble import BackupError
from quartier.page_cache.versions import version

HERE = "testserver"
NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)


def kept(path):
    """Each table by its rows, and each file, as a backup has them: checksums."""
    manifest = verify(path)
    return (
        {table.table: (table.count, table.sha256, table.last) for table in manifest.tables},
        {(file.shelf, file.name): file.sha256 for file in manifest.files},
    )


@contextmanager
def little_room(size):
    """No file may become longer."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def odd(inhabited):
    """Rows that are easily bent on their way."""
    moment = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
    Tariff.objects.update(price=Decimal("1234.10"))
    sent = Submission.objects.create(
        ticket="t",
        page=Page.objects.last(),
        form_data={},
        entries=[{"ö": '"\n\\', "n": 1e-7}],
        words="\u202e…",
    )
    Submission.objects.update(submit_time=moment)
    about = {"submission": sent, "field": "f", "name": "a.txt", "kind": "text/plain", "digest": ""}
    Attachment.objects.create(**about, size=3, file=ContentFile(b"\x00\xff\n", "a.txt"))
    Topic.objects.last().delete()


def test_after_the_worst_day_everything_is_as_it_was(odd, tmp_path):
    make(tmp_path / "one.tar")
    told = take(NOW)
    Page.objects.filter(depth__gt=2).delete()
    get_user_model().objects.all().delete()
    picture = Picture.objects.get()
    picture.file.storage.delete(picture.file.name)

    restore(tmp_path / "one.tar", replaced=HERE)

    make(tmp_path / "two.tar")
    before, after = kept(tmp_path / "one.tar"), kept(tmp_path / "two.tar")
    before[0].pop("mailings_installation"), after[0].pop("mailings_installation")
    assert after == before
    assert list(told.differences(take(NOW))) == []
    with Attachment.objects.get().file.open() as file:
        assert file.read() == b"\x00\xff\n"


def test_numbers_that_were_given_once_do_not_come_again(odd, tmp_path):
    last = Topic.objects.create(slug="x", name={"de": "X"}).pk
    Topic.objects.filter(pk=last).delete()
    make(tmp_path / "one.tar")

    restore(tmp_path / "one.tar", replaced=HERE)

    assert Topic.objects.create(slug="y", name={"de": "Y"}).pk > last


def test_what_is_on_its_way_is_held_after_a_restored_backup(inhabited, tmp_path):
    letter = Letter.objects.create(to=["kim@haus.example"], subject="S", text="T")
    make(tmp_path / "one.tar")

    restore(tmp_path / "one.tar", replaced=HERE)

    letter.refresh_from_db()
    assert letter.state == State.UNCERTAIN
    assert Installation.objects.exists()


def test_no_page_that_was_kept_before_is_shown_again(inhabited, backup):
    before = version().state()

    restore(backup, replaced=HERE)

    assert version().state().version != before.version
    assert version().state().floor != before.floor


def test_sized_pictures_stay_out_and_are_drawn_anew(inhabited, backup, client):
    address = Picture.objects.get().file.storage.url(Rendition.objects.first().file.name)
    drawn = b"".join(client.get(address))

    restore(backup, replaced=HERE)

    assert not Rendition.objects.exists()
    assert not any(file.name.startswith("images/") for file in verify(backup).files)
    assert b"".join(client.get(address)) == drawn


def test_the_index_of_the_editors_search_is_built_anew(inhabited, backup):
    before = IndexEntry.objects.count()
    IndexEntry.objects.all().delete()

    restore(backup, replaced=HERE)

    assert IndexEntry.objects.count() == before > 0


def test_a_house_that_is_in_use_is_left_alone(inhabited, backup):
    with pytest.raises(BackupError, match="in use") as refused:
        restore(backup)

    assert f"--replace {HERE}" in str(refused.value)
    with pytest.raises(BackupError, match="not other"):
        restore(backup, replaced="other.example")


def test_a_fault_in_the_middle_leaves_everything_as_it_was(inhabited, backup, tmp_path, monkeypatch):
    Page.objects.filter(slug="miete").delete()
    make(tmp_path / "before.tar")
    files = sorted(path for path in inhabited.rglob("*") if "restored" in path.name)

    def broken(self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelves.Folder, "exchange", broken)
    with pytest.raises(BackupError, match="No space left"):
        restore(backup, replaced=HERE)

    make(tmp_path / "after.tar")
    assert kept(tmp_path / "after.tar") == kept(tmp_path / "before.tar")
    assert sorted(path for path in inhabited.rglob("*") if "restored" in path.name) == files == []


def test_a_file_that_has_vanished_is_named_and_stops_nothing(inhabited, tmp_path):
    picture = Picture.objects.get()
    picture.file.storage.delete(picture.file.name)

    manifest = make(tmp_path / "one.tar")

    assert manifest.missing == [["media", picture.file.name]]


def test_a_disk_that_is_full_leaves_no_half_backup(inhabited, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    with little_room(20_000), pytest.raises(BackupError, match="could not be written"):
        make(folder / "one.tar")

    assert list(folder.iterdir()) == []
