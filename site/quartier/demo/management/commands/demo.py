"""`manage.py demo`: a complete neighbourhood centre to look at and to try out."""

from pathlib import Path
from time import monotonic

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page

from quartier.demo import loading, logins
from quartier.demo.notation.faults import Fault
from quartier.demo.notation.files import read
from quartier.demo.warming import open_every_page
from quartier.operations.founding import contents

FOLDER = Path(__file__).resolve().parents[2]


class Command(BaseCommand):
    """Loads the demo once; later it only says who can log in."""

    help = "Load the demo centre into an empty database. Where it is already, nothing is changed."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--reset", action="store_true", help="throw the demo away and build it anew")
        parser.add_argument("--noinput", action="store_true", help="do not ask before throwing it away")
        parser.add_argument("--folder", type=Path, default=FOLDER, help="where data/ and pictures/ lie")

    def handle(self, *, reset, noinput, folder, **options):
        self._migrate()
        try:
            if reset and loading.is_loaded() and (noinput or self._may_throw_away()):
                loading.clear(folder)
            if not loading.is_loaded():
                self._load(folder)
            elif not logins.remembered():
                logins.renew(folder / "data")
            loading.answer_at(settings.SITE_URL)
        except Fault as fault:
            raise CommandError(f"The demo data are wrong: {fault}.") from None
        self._say_who_can_log_in(folder)

    def _migrate(self):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", verbosity=0, interactive=False)

    def _load(self, folder):
        if found := contents():
            raise CommandError(
                f"This database holds other content ({found}) and is left alone. "
                "The demo needs one of its own: choose another DATA_DIR or DATABASE_URL."
            )
        start = monotonic()
        self.stdout.write("Loading the demo centre …")
        loading.load(folder)
        open_every_page(self._tell)
        pages = Page.objects.filter(depth__gt=1).count()
        self.stdout.write(f"The demo centre is ready: {pages} pages in {monotonic() - start:.0f} seconds.")

    def _tell(self, done, pages):
        if self.stdout.isatty():
            self.stdout.write(f"\rOpening every page and drawing its pictures: {done} of {pages}", ending="")
        if done == pages and self.stdout.isatty():
            self.stdout.write("")

    def _may_throw_away(self):
        pages = Page.objects.filter(depth__gt=1).count()
        self.stdout.write(f"This deletes all {pages} pages with their pictures, whoever wrote them.")
        if input('Type "yes" to go on: ') != "yes":
            raise CommandError("Nothing was deleted.")
        return True

    def _say_who_can_log_in(self, folder):
        people = {person["username"]: person["may"] for person in read(folder / "data/users.yaml", list)}
        self.stdout.write(f"Log in at {settings.SITE_URL}/admin/ as")
        for name, password in logins.remembered().items():
            self.stdout.write(f"  {name:<10} with {password}   {people.get(name, '')}")
