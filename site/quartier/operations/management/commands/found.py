"""`manage.py found "Haus am Park"`: the first thing in an empty production database."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from quartier.operations.founding import InhabitedError, found


class Command(BaseCommand):
    """Founds a house, and says what its people have to do next."""

    help = (
        "Set up a new centre in an empty database: home page, roles, approval, and drafts of the legal pages."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="what the centre is called, like “Haus am Park”")

    def handle(self, *, name, **options):
        try:
            drafts = found(name, settings.SITE_URL)
        except InhabitedError as there:
            raise CommandError(f"There is content already ({there}). A house is founded once.") from None
        self.stdout.write(f"{name} has a home page at {settings.SITE_URL}/{settings.LANGUAGE_CODE}/.")
        self.stdout.write("Next: `manage.py createsuperuser`, then log in at /admin/ and")
        self.stdout.write("  – fill in name, address and opening hours under “Einstellungen”,")
        self.stdout.write("  – give people accounts, in one of the groups for editors or volunteers,")
        for page in drafts:
            self.stdout.write(f"  – fill the blanks in “{page.title}” and publish it.")
