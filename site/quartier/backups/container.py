"""The file itself: a tar that any tool can open, and a seal behind it.

What stands where is told by the manifest, not by the tar: nobody's tar is ever unpacked here. The last 512
bytes are the seal: a checksum of all before them, signed with the key of the site.
"""

import hashlib
import hmac
import json
import shutil
import tarfile
from pathlib import Path

from django.conf import settings

from pages.keys import secret_keys
from quartier.backups.manifest import Manifest
from quartier.backups.trouble import BackupError

FORMAT = 1
MARK = b"QUARTIER-BACKUP "
SEAL = 512
PIECE = 1024 * 1024
LARGEST_MANIFEST = 128 * 1024 * 1024
READ_ME = "READ-ME.txt"
WORDS = b"""This is a backup of a website made with Quartier.

`manage.py restore` brings it back, `manage.py backup --verify` proves that it is whole.
tables/: the rows of the database, one a line, as JSON. media/, private/: the files.
It holds what people entrusted to the site: keep it as safely as the site itself.
"""


class Writer:
    """Puts one part after the other. Every part has its length and its checksum."""

    def __init__(self, file):
        self.file = file
        self._add(READ_ME, len(WORDS), None).write(WORDS)
        self._fill()

    def add(self, name, size, source, moment=None):
        """`size` bytes of a file; offset and checksum. Raises EOFError if there are not so many."""
        start = self.file.tell()
        self._add(name, size, moment)
        offset, checksum, left = self.file.tell(), hashlib.sha256(), size
        while left and (piece := source.read(min(PIECE, left))):
            checksum.update(piece)
            self.file.write(piece)
            left -= len(piece)
        if left:
            self.file.seek(start)
            self.file.truncate()
            raise EOFError(name)
        self._fill()
        return {"offset": offset, "size": size, "sha256": checksum.hexdigest()}

    def close(self, manifest):
        """Write the list of all, the end of the tar, and the seal."""
        words = manifest.to_json()
        self._add("manifest.json", len(words), None)
        place = {"offset": self.file.tell(), "size": len(words)}
        self.file.write(words)
        self._fill()
        self.file.write(b"\0" * (2 * tarfile.BLOCKSIZE))
        self.file.flush()
        checksum = _checksum(self.file, self.file.tell())
        self.file.write(_seal({"format": FORMAT, "manifest": place, "sha256": checksum}))

    def _add(self, name, size, moment):
        told = tarfile.TarInfo(name)
        told.size, told.mode, told.mtime = size, 0o600, int(moment.timestamp()) if moment else 0
        self.file.write(told.tobuf(tarfile.PAX_FORMAT))
        return self.file

    def _fill(self):
        self.file.write(b"\0" * (-self.file.tell() % tarfile.BLOCKSIZE))


def _seal(told):
    words = json.dumps({**told, "signature": _signature(told, settings.SECRET_KEY)}).encode()
    return (MARK + words).ljust(SEAL - 1) + b"\n"


def _signature(told, key):
    words = json.dumps(told, sort_keys=True).encode()
    return hmac.new(b"quartier.backups" + key.encode(), words, hashlib.sha256).hexdigest()


def _checksum(file, end):
    """Of the first `end` bytes; leaves the file there."""
    checksum, left = hashlib.sha256(), end
    file.seek(0)
    while left and (piece := file.read(min(PIECE, left))):
        checksum.update(piece)
        left -= len(piece)
    return checksum.hexdigest()


def open_sealed(path, trusted):
    """The file, opened, and its manifest. Nothing of it is believed before the whole of it is proved.

    `trusted`: the operator vouches for a file that this site has not signed. Raises BackupError.
    """
    path = Path(path)
    try:
        if not path.is_file():
            raise BackupError(f"{path} is no file." if path.exists() else f"There is no {path}.")
        file = path.open("rb")
    except PermissionError as fault:
        raise BackupError(
            f"The user as whom this runs may not read {path}. "
            "Give the file to that user (chown), and put it where he may read, for example into DATA_DIR."
        ) from fault
    except OSError as fault:
        raise BackupError(f"{path} cannot be read: {fault.strerror}.") from fault
    try:
        return file, _manifest(file, path.stat().st_size, trusted)
    except BaseException:
        file.close()
        raise


def _manifest(file, size, trusted):
    told = _told(file, size)
    end = size - SEAL
    if _checksum(file, end) != told["sha256"]:
        raise BackupError("The backup is damaged: its checksum is not what it should be.")
    _check_signature(told, trusted)
    if told["format"] > FORMAT:
        raise BackupError("The backup was made by a newer Quartier. Please update this one first.")
    offset, length = told["manifest"]["offset"], told["manifest"]["size"]
    if not (0 <= offset <= end and 0 <= length <= min(LARGEST_MANIFEST, end - offset)):
        raise BackupError("The backup is damaged: its list of contents is not where it should be.")
    file.seek(offset)
    return Manifest.from_json(file.read(length), offset)


def _told(file, size):
    """What the seal says; raises BackupError where there is none."""
    first_words = WORDS.partition(b"\n")[0]
    start = file.read(tarfile.BLOCKSIZE + len(first_words))
    is_ours = start.startswith(READ_ME.encode()) and start.endswith(first_words)
    file.seek(max(0, size - SEAL))
    words = file.read()
    if not words.startswith(MARK) or size < 2 * SEAL:
        if is_ours:
            raise BackupError("The backup is damaged: its end is missing, or something follows it.")
        raise BackupError("This is no backup of Quartier." if size else "The file is empty.")
    try:
        told = json.loads(words[len(MARK) :])
        place = told["manifest"]
        numbers = (told["format"], place["offset"], place["size"])
        if any(type(number) is not int for number in numbers) or told["format"] < 1:
            raise ValueError("no numbers")
        told["sha256"], told["signature"]
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise BackupError("The backup is damaged: its seal cannot be read.") from fault
    return told


def _check_signature(told, trusted):
    signed = {name: value for name, value in told.items() if name != "signature"}
    right = any(hmac.compare_digest(_signature(signed, key), str(told["signature"])) for key in secret_keys())
    if not right and not trusted:
        raise BackupError(
            "The backup is whole, but it was not signed with the SECRET_KEY of this site: it comes from "
            "another site, or somebody has changed it. If you know where it comes from, say --trust."
        )


class Stretch:
    """A part of an open file, to be read like a file of its own; its checksum is proved at the end."""

    def __init__(self, file, part):
        self.file, self.part, self.position = file, part, 0
        self.checksum = hashlib.sha256()

    def read(self, size=-1):
        left = self.part.size - self.position
        wanted = left if size is None or size < 0 else min(size, left)
        if not wanted:
            return b""
        self.file.seek(self.part.offset + self.position)
        piece = self.file.read(wanted)
        self.position += len(piece)
        self.checksum.update(piece)
        return piece

    def prove(self):
        """Raises BackupError unless all was read, and is what was written."""
        while self.read(PIECE):
            pass
        if self.checksum.hexdigest() != self.part.sha256:
            raise BackupError("The backup is damaged: a part of it is not what it should be.")


def copy(stretch, target):
    shutil.copyfileobj(stretch, target, PIECE)
    stretch.prove()
