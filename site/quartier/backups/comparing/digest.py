"""What a house says, as a list of checksums: one line for each address and for each file."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from quartier.backups import files
from quartier.backups.comparing.walking import answers
from quartier.backups.tables import kept
from quartier.backups.trouble import BackupError

HEAD = "# What a Quartier says to its readers, at "
WITH_DATES = ", with single dates"
CHANCE = re.compile(rb"""(\bnonce=")[^"]*|(name="[^"]*(?:ticket|token)[^"]*" value=")[^"]*""")
"""Words that are made anew for every answer, or with the key of the site."""

TOLD = ["Content-Type", "Content-Language", "Location"]
PIECE = 1024 * 1024


@dataclass
class Digest:
    """Checksums by address, and the moment at which they were taken."""

    moment: datetime
    dates: bool
    lines: dict[str, str]

    def write(self, file):
        file.write(f"{HEAD}{self.moment.isoformat()}{WITH_DATES if self.dates else ''}\n")
        file.writelines(f"{checksum} {address}\n" for address, checksum in sorted(self.lines.items()))

    @classmethod
    def read(cls, path):
        """Raises BackupError where it is none."""
        try:
            head, *rest = path.read_text().splitlines()
            if not head.startswith(HEAD):
                raise ValueError(head)
            moment = datetime.fromisoformat(head[len(HEAD) :].removesuffix(WITH_DATES))
            pairs = [line.split(" ", 1) for line in rest]
            lines = {address: checksum for checksum, address in pairs}
            return cls(moment, head.endswith(WITH_DATES), lines)
        except OSError as fault:
            raise BackupError(f"{path} cannot be read: {fault.strerror}.") from fault
        except ValueError as fault:
            raise BackupError(f"{path} was not written by `manage.py compare`.") from fault

    def differences(self, other):
        """A sentence for each address that is not the same in the other one."""
        for address in sorted(self.lines.keys() | other.lines.keys()):
            before, now = self.lines.get(address), other.lines.get(address)
            if before is None:
                yield f"is new: {address}"
            elif now is None:
                yield f"is gone: {address}"
            elif before != now:
                yield f"differs: {address}"


def take(moment, dates=False):
    """The digest of this house as it is at a moment; of the page of each single date too, if wanted."""
    said = {address: _answer(address, response, body) for address, response, body in answers(moment, dates)}
    return Digest(moment, dates, said | _files())


def _answer(address, response, body):
    """Raises BackupError where the house is out of order: two houses that say “sorry” are not the same."""
    if response.status_code >= 500:
        raise BackupError(f"{address} cannot be shown: {response.status_code}. Is this house in order?")
    told = [str(response.status_code), *(response.headers.get(name, "") for name in TOLD)]
    words = CHANCE.sub(rb"\1\2", body)
    return hashlib.sha256("\n".join([*told, ""]).encode() + words).hexdigest()


def _files():
    """Every file that the database names: pictures as they were uploaded, documents, what residents sent."""
    found = [
        (field, name)
        for each in kept()
        for field in each.files.values()
        for name in field.model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
        if name
    ]
    return {f"{place}/{name}": _file(storage, name) for place, name, storage in files.named(found)}


def _file(storage, name):
    checksum = hashlib.sha256()
    try:
        with storage.open(name, "rb") as file:
            while piece := file.read(PIECE):
                checksum.update(piece)
    except FileNotFoundError:
        return "missing"
    return checksum.hexdigest()
