"""`manage.py pages`: how many copies there are; `--anew` after another program changed the database."""

from django.core.management import BaseCommand

from quartier.page_cache.upkeep import shelves
from quartier.page_cache.versions import version


class Command(BaseCommand):
    """Says what is kept. With `--anew` all of it counts as old, and nothing of it comes back."""

    help = "How many copies of pages are kept, and how many are true; --anew has all pages made anew."

    def add_arguments(self, parser):
        parser.add_argument("--anew", action="store_true", help="have all pages made anew")

    def handle(self, *, anew, **options):
        if anew:
            version().bump(withdraws=True)
        state = version().state()
        kept = [copy.version == state.version for _name, copy in shelves().every()]
        self.stdout.write(f"{len(kept)} copies are kept, {sum(kept)} of them of the present version.")
