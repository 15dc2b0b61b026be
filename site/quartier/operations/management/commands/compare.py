"""`manage.py compare`: proves that a restored house says the same as the one that was kept, byte for byte."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quartier.backups.comparing.digest import Digest, take
from quartier.backups.trouble import BackupError


class Command(BaseCommand):
    """Writes down what every public address answers, or names those that answer otherwise than written."""

    help = "With --write FILE: notes what readers are told. With FILE: whether they are told the same here."

    def add_arguments(self, parser):
        parser.add_argument("files", metavar="FILE", nargs="*", help="noted before; two of them are compared")
        parser.add_argument("--write", metavar="FILE", type=Path, help="where to note it")
        parser.add_argument("--dates", action="store_true", help="with the page of each single date; slow")

    def handle(self, files, write, dates, **options):
        if len(files) + bool(write) not in (1, 2) or (write and files):
            raise CommandError("Please say --write FILE, or name one file or two that were written so.")
        try:
            if write:
                self._write(take(timezone.now(), dates), write)
            else:
                self._compare([Digest.read(Path(file)) for file in files])
        except BackupError as fault:
            raise CommandError(str(fault)) from fault

    def _write(self, digest, path):
        try:
            with path.open("w") as file:
                digest.write(file)
        except OSError as fault:
            raise CommandError(f"{path} cannot be written: {fault.strerror}.") from fault
        self.stdout.write(f"{len(digest.lines)} addresses and files are noted in {path}.")

    def _compare(self, digests):
        before = digests[0]
        now = digests[1] if len(digests) > 1 else take(before.moment, before.dates)
        differences = list(before.differences(now))
        for each in differences:
            self.stdout.write(each)
        if differences:
            raise CommandError(f"{len(differences)} of {len(before.lines)} are not the same.")
        self.stdout.write(f"All {len(before.lines)} addresses and files are the same.")
