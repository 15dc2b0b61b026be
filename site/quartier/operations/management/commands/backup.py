"""`manage.py backup FILE`: the whole house in one file, while it is in use."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from quartier.backups.checking import verify
from quartier.backups.keeping import keep, proved
from quartier.backups.trouble import BackupError


class Command(BaseCommand):
    """Makes a backup and reads it again; with `--verify` it proves one that is there."""

    help = "Keeps database and files in one file, for `manage.py restore`."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "path",
            metavar="FILE",
            nargs="?",
            help="where to write it; with --keep: the folder (else BACKUP_DIR)",
        )
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--keep", type=int, metavar="N", help="named by its time; the newest N are kept")
        what.add_argument("--verify", action="store_true", help="prove a backup that was made before")
        parser.add_argument("--trust", action="store_true", help="take one that another SECRET_KEY signed")

    def handle(self, path, keep, verify, trust, **options):
        if path is None and keep is None:
            raise CommandError("Please name the file, or say --keep 14 to put it into BACKUP_DIR.")
        try:
            self._do(path, keep, verify, trust)
        except BackupError as fault:
            raise CommandError(str(fault)) from fault

    def _do(self, path, number, proves, trusted):
        if proves:
            manifest = verify(path, trusted)
        elif number is not None:
            path, manifest = keep(path or settings.BACKUP_DIR, number)
        else:
            manifest = proved(path)
        size = Path(path).stat().st_size / 2**20
        self.stdout.write(
            f"{path} is whole: {manifest.rows} rows, {len(manifest.files)} files, {size:.1f} MB, "
            f"of {manifest.made_at}, Quartier {manifest.version} on {manifest.database}."
        )
        for place, name in manifest.missing:
            self.stdout.write(f"Named in the database and not there: {place}/{name}")
