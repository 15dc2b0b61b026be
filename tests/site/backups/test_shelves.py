"""Files come back into a bucket, too: nothing there is overwritten, what was brought is taken away again."""

import io
import os
import stat

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from quartier.backups.container import Stretch, Writer
from quartier.backups.files import pack
from quartier.backups.manifest import File
from quartier.backups.shelves import Bucket, Folder
from quartier.backups.trouble import BackupError
from quartier.storing import bucket
from tests.make import store


@pytest.fixture(scope="module")
def server():
    with store.running() as address:
        store.make_bucket(address)
        yield address


@pytest.fixture
def there(server, settings, request):
    """A place of its own in a bucket."""
    store.move_in(settings, server)
    return bucket.Bucket(request.node.name)


def brought(words, name="a.png"):
    """A file as a backup has it: where it stands and its checksum."""
    file = io.BytesIO()
    told = Writer(file).add(f"media/{name}", len(words), io.BytesIO(words))
    return Stretch(file, File(**told, shelf="media", name=name))


def test_a_file_comes_into_a_bucket_and_goes_again(there):
    shelf = Bucket(there)

    shelf.put("a.png", brought(b"picture"))
    with there.open("a.png") as file:
        assert file.read() == b"picture"
    shelf.undo()

    assert not there.exists("a.png")


def test_another_file_of_the_same_name_is_not_overwritten(there):
    there.save("a.png", ContentFile(b"another"))
    shelf = Bucket(there)

    with pytest.raises(BackupError, match="another file called"):
        shelf.put("a.png", brought(b"picture"))
    shelf.put("a.png", brought(b"another"))
    shelf.undo()

    assert there.exists("a.png")


def test_files_of_a_bucket_are_kept_and_those_that_are_gone_are_named(there):
    there.save("a.png", ContentFile(b"picture"))
    file, found, missing = io.BytesIO(), [], []

    pack(Writer(file), found, missing, [("media", "a.png", there), ("media", "b.png", there)])

    assert b"picture" in file.getvalue()
    assert [each.name for each in found] == ["a.png"]
    assert missing == [["media", "b.png"]]


def test_a_folder_is_exchanged_as_a_whole_or_not_at_all(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    from_before = settings.MEDIA_ROOT / "old.png"
    from_before.parent.mkdir()
    from_before.write_bytes(b"old")
    shelf = Folder(FileSystemStorage())
    shelf.prepare()
    shelf.put("new/a.png", brought(b"picture"))

    shelf.exchange()
    assert [path.name for path in settings.MEDIA_ROOT.rglob("*.png")] == ["a.png"]
    shelf.undo()

    assert [path.name for path in tmp_path.rglob("*")] == ["media", "old.png"]


def test_a_folder_that_came_back_is_as_closed_to_others_as_any_that_the_site_makes(tmp_path):
    before = os.umask(0o027)
    shelf = Folder(FileSystemStorage(location=tmp_path / "media"))

    shelf.prepare()
    shelf.exchange()
    after = os.umask(before)

    assert stat.S_IMODE((tmp_path / "media").stat().st_mode) == 0o750
    assert after == 0o027
