"""What is in a backup: read before anything else, and believed only where it makes sense."""

import json
from dataclasses import asdict, dataclass, field

from quartier.backups.trouble import BackupError
from quartier.backups.values import is_kind

LONGEST_NAME = 255
SHELVES = ("media", "private")
"""Where files lie: those that have an address, and those that residents sent."""


@dataclass(frozen=True)
class Part:
    """A stretch of the file."""

    offset: int
    size: int
    sha256: str


@dataclass(frozen=True)
class Rows(Part):
    """A table: compressed lines, each a row as a list. `raw` is their length when they are not compressed."""

    table: str
    columns: dict[str, str]
    key: str
    counts: bool
    count: int
    raw: int
    last: int


@dataclass(frozen=True)
class File(Part):
    """A picture, a document, something that a resident sent."""

    shelf: str
    name: str


@dataclass
class Manifest:
    """Who made the backup, when, and all its parts."""

    made_at: str
    version: str
    database: str
    site_url: str
    migrations: list[list[str]]
    tables: list[Rows] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    missing: list[list[str]] = field(default_factory=list)
    """Files that the database names and that were not there: shelf and name."""

    @property
    def rows(self):
        return sum(table.count for table in self.tables)

    @property
    def weight(self):
        """Bytes that it takes when it is unpacked."""
        return sum(table.raw for table in self.tables) + sum(file.size for file in self.files)

    def to_json(self):
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_json(cls, words, end):
        """Raises BackupError where it is not one of ours, or names a stretch beyond `end`."""
        try:
            told = json.loads(words)
            told["tables"] = [Rows(**each) for each in told["tables"]]
            told["files"] = [File(**each) for each in told["files"]]
            found = cls(**told)
            _check(found, end)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
            raise BackupError(f"The list of contents of this backup makes no sense: {fault}") from fault
        return found


def _check(manifest, end):
    position = 0
    for part in sorted([*manifest.tables, *manifest.files], key=lambda part: part.offset):
        _demand(type(part.offset) is int and type(part.size) is int, "a length that is no number")
        _demand(position <= part.offset and 0 <= part.size <= end - part.offset, "parts that do not fit")
        _demand(isinstance(part.sha256, str) and len(part.sha256) == 64, "a part without a checksum")
        position = part.offset + part.size
    for table in manifest.tables:
        numbers = (table.count, table.raw, table.last)
        _demand(all(type(number) is int and number >= 0 for number in numbers), "a count that is none")
        _demand(isinstance(table.columns, dict) and table.key in table.columns, "a table without a key")
        _demand(all(map(is_kind, table.columns.values())), "a column of an unknown kind")
    _demand(len({table.table for table in manifest.tables}) == len(manifest.tables), "a table twice")
    _demand(all(is_harmless(file.shelf, file.name) for file in manifest.files), "a file outside its folder")
    _demand(len({(f.shelf, f.name) for f in manifest.files}) == len(manifest.files), "a file twice")
    for app, name in manifest.migrations:
        _demand(isinstance(app, str) and isinstance(name, str), "a migration without a name")
    _demand(isinstance(manifest.made_at, str) and isinstance(manifest.site_url, str), "no date or address")


def _demand(holds, fault):
    if not holds:
        raise ValueError(fault)


def is_harmless(shelf, name):
    """Whether a name leads to a place below its folder and nowhere else, on any file system."""
    parts = name.split("/")
    return (
        shelf in SHELVES
        and all(0 < len(part.encode()) <= LONGEST_NAME and part not in (".", "..") for part in parts)
        and not any(ord(sign) < 32 or sign in "\\\x7f" for sign in name)
    )
