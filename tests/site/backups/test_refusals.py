"""Whatever is not a whole backup of this house is refused in plain words, before anything is touched."""

import gzip
import io
import json
import random
import tarfile
import zipfile
from hashlib import sha256

import pytest

from quartier.backups import container
from quartier.backups.checking import verify
from quartier.backups.container import Writer
from quartier.backups.manifest import File, Manifest, Part, Rows
from quartier.backups.trouble import BackupError

pytestmark = pytest.mark.django_db  # some migrations ask the database when they are read
ROWS = b'[1,"Haus"]\n[2,"Park"]\n'


def written(path, **changes):
    """A backup of one table and one file; `changes` are told in its manifest in place of the truth."""
    packed = gzip.compress(changes.pop("rows", ROWS))
    with path.open("w+b") as file:
        writer = Writer(file)
        table = writer.add("tables/t.jsonl.gz", len(packed), io.BytesIO(packed))
        picture = writer.add("media/a.png", 4, io.BytesIO(b"\x89PNG"))
        told = {"columns": {"id": "integer", "name": "text"}, "key": "id", "counts": True, "last": 2}
        rows = {**table, **told, "table": "t", "count": 2, "raw": len(ROWS), **changes.pop("table", {})}
        one = {**picture, "shelf": "media", "name": "a.png", **changes.pop("file", {})}
        about = {"made_at": "2026-11-26T10:00:00+00:00", "version": "0.1.0", "database": "sqlite"}
        manifest = Manifest(**{**about, "site_url": "http://testserver", "migrations": [], **changes})
        manifest.tables, manifest.files = [Rows(**rows)], [File(**one)]
        writer.close(manifest)
    return path


@pytest.fixture
def whole(tmp_path):
    return written(tmp_path / "whole.tar")


def test_a_whole_one_is_taken(whole):
    assert verify(whole).rows == 2


@pytest.mark.parametrize("tenth", range(10))
def test_one_that_was_cut_off_is_refused(whole, tenth):
    words = whole.read_bytes()
    whole.write_bytes(words[: len(words) * tenth // 10])

    with pytest.raises(BackupError, match=r"damaged|no backup|empty"):
        verify(whole)


def test_one_from_which_a_single_byte_is_missing_or_to_which_one_was_added_is_refused(whole):
    words = whole.read_bytes()
    for other in (words[:-1], words + b"\0", words[:-513] + words[-512:]):
        whole.write_bytes(other)

        with pytest.raises(BackupError, match="damaged"):
            verify(whole)


def test_wherever_a_bit_was_turned_it_is_noticed(whole):
    words, chance = whole.read_bytes(), random.Random(7)
    end = len(words.rstrip())
    for place in chance.sample(range(end), 400):
        other = bytearray(words)
        other[place] ^= 1 << chance.randrange(8)
        whole.write_bytes(other)

        with pytest.raises(BackupError):
            verify(whole)


def zipped(path):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("manifest.json", "{}")


def tarred(path):
    with tarfile.open(path, "w") as file:
        link = tarfile.TarInfo("media/a.png")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (zipped, "no backup"),
        (tarred, "no backup"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b"\0" * 5000), "no backup"),
        (lambda path: path.mkdir(), "is no file"),
        (lambda path: None, "There is no"),
    ],
    ids=["zip", "tar with a link", "empty", "zeros", "folder", "nothing"],
)
def test_what_is_no_backup_is_called_so(tmp_path, make, words):
    make(tmp_path / "strange")

    with pytest.raises(BackupError, match=words):
        verify(tmp_path / "strange")


def test_a_newer_one_asks_for_an_update(tmp_path, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(container, "FORMAT", 2)
        written(tmp_path / "new.tar")
    written(tmp_path / "newer.tar", migrations=[["events", "0099_later"]])

    for name in ("new", "newer"):
        with pytest.raises(BackupError, match="newer"):
            verify(tmp_path / f"{name}.tar")


def test_one_that_another_key_has_signed_needs_a_word_of_the_operator(whole, settings):
    settings.SECRET_KEY = "another"

    with pytest.raises(BackupError, match="--trust"):
        verify(whole)
    assert verify(whole, trusted=True).rows == 2


def test_the_key_from_before_is_known_too(whole, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]

    assert verify(whole).rows == 2


def test_who_changes_it_and_mends_the_checksum_is_found_out(whole):
    words = whole.read_bytes().replace(b"\x89PNG", b"\x89GNP")
    told = json.loads(words[-512 + len(container.MARK) :])
    told["sha256"] = sha256(words[:-512]).hexdigest()
    whole.write_bytes(words[:-512] + (container.MARK + json.dumps(told).encode()).ljust(511) + b"\n")

    with pytest.raises(BackupError, match="SECRET_KEY"):
        verify(whole)


@pytest.mark.parametrize(
    "name",
    ["../a.png", "/etc/passwd", "a/../../b", "a//b", "", "a\\b", "a\0b", "a/.", "x" * 256, "a\nb"],
)
def test_no_file_leaves_its_folder(tmp_path, name):
    with pytest.raises(BackupError, match="outside its folder"):
        verify(written(tmp_path / "sly.tar", file={"name": name}))


@pytest.mark.parametrize(
    "changes",
    [
        {"table": {"count": 3}},
        {"table": {"raw": 5}},
        {"table": {"raw": 10**12}},
        {"table": {"columns": {"id": "integer"}}},
        {"table": {"key": "other"}},
        {"table": {"columns": {"id": "nonsense", "name": "text"}}},
        {"table": {"columns": {"id": "decimal:x", "name": "text"}}},
        {"table": {"offset": -1}},
        {"table": {"size": 10**12}},
        {"table": {"sha256": "0" * 64}},
        {"table": {"count": True}},
        {"file": {"shelf": "static"}},
        {"file": {"offset": 0}},
        {"file": {"sha256": "0" * 64}},
        {"rows": b"[1,\n[2]\n"},
        {"rows": b"[" * 100_000},
        {"rows": ROWS + b"0" * 10**7},
        {"made_at": None},
        {"migrations": ["events"]},
        {"migrations": None},
    ],
    ids=lambda changes: str(changes)[:40],
)
def test_a_list_of_contents_that_lies_is_not_believed(tmp_path, changes):
    with pytest.raises(BackupError):
        verify(written(tmp_path / "sly.tar", **changes))


def test_any_tool_can_open_it(whole):
    with tarfile.open(whole) as file:
        names = file.getnames()
        picture = file.extractfile("media/a.png").read()

    assert names == ["READ-ME.txt", "tables/t.jsonl.gz", "media/a.png", "manifest.json"]
    assert picture == b"\x89PNG"


def test_two_parts_do_not_share_a_stretch(tmp_path):
    path = written(tmp_path / "a.tar")
    table = verify(path).tables[0]

    with pytest.raises(BackupError):
        verify(written(tmp_path / "b.tar", file={**vars(Part(table.offset, table.size, table.sha256))}))
