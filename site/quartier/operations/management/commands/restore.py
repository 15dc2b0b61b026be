"""`manage.py restore FILE`: brings the whole house back from a backup, or says why not."""

from django.core.management.base import BaseCommand, CommandError

from quartier.backups.restoring import restore
from quartier.backups.trouble import BackupError


class Command(BaseCommand):
    """Into a new installation; into one that is in use only where `--replace` names it."""

    help = "Restores a backup: pages, users, files, everything, or nothing where something is wrong with it."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="made by `manage.py backup`")
        parser.add_argument(
            "--replace",
            metavar="HOST",
            default="",
            help="the name of the house that is replaced with all its content",
        )
        parser.add_argument("--trust", action="store_true", help="take one that another SECRET_KEY signed")

    def handle(self, file, replace, trust, **options):
        try:
            manifest = restore(file, replaced=replace, trusted=trust)
        except BackupError as fault:
            raise CommandError(f"{fault}\nNothing was changed.") from fault
        rows, files = manifest.rows, len(manifest.files)
        self.stdout.write(f"Restored what was kept on {manifest.made_at}: {rows} rows, {files} files.")
        for place, name in manifest.missing:
            self.stdout.write(f"Not in the backup, since it was not there: {place}/{name}")
