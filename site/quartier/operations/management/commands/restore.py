"""`manage.py restore FILE`: brings the whole house back from a backup, or says why not.

`--mend`: puts files in order after a restore that was killed.
"""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from quartier.backups import mending
from quartier.backups.restoring import restore
from quartier.backups.trouble import BackupError


class Command(BaseCommand):
    """Into a new installation; into one that is in use only where `--replace` names it."""

    help = "Restores a backup: pages, users, files, everything, or nothing where something is wrong with it."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", nargs="?", help="made by `manage.py backup`")
        parser.add_argument(
            "--replace",
            metavar="HOST",
            default="",
            help="the name of the house that is replaced with all its content",
        )
        parser.add_argument("--trust", action="store_true", help="take one that another SECRET_KEY signed")
        parser.add_argument("--mend", action="store_true", help="put files in order after a killed one")

    def handle(self, file, replace, trust, mend, **options):
        if bool(file) == mend:
            raise CommandError("Please name the file, or say --mend.")
        try:
            if mend:
                self._mend()
                return
            manifest = restore(file, replaced=replace, trusted=trust)
        except BackupError as fault:
            raise CommandError(f"{fault}\nNothing was changed.") from fault
        self._tell(manifest)

    def _mend(self):
        try:
            found = mending.mend()
        except DatabaseError as fault:
            raise BackupError("The database cannot be asked which files it names.") from fault
        said = "The files are those that the database names." if found else "There was nothing to mend."
        self.stdout.write("\n".join([said, *(f"Put in order: {path}" for path in found)]))

    def _tell(self, manifest):
        rows, files = manifest.rows, len(manifest.files)
        self.stdout.write(f"Restored what was kept on {manifest.made_at}: {rows} rows, {files} files.")
        for place, name in manifest.missing:
            self.stdout.write(f"Not in the backup, since it was not there: {place}/{name}")
