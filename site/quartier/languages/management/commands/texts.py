"""`manage.py texts`: proves that what is remembered of the published texts is what they say."""

from django.core.management.base import BaseCommand, CommandError

from quartier.languages import filling


class Command(BaseCommand):
    """Names each page whose texts were published unnoticed; `--repair` takes them down."""

    help = "Compares the published texts with what is remembered of them; ends with 1 where they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="take down what is missing")

    def handle(self, repair, **options):
        if repair:
            self.stdout.write(f"{filling.fill()} put right")
            return
        found = filling.faults()
        for page in found:
            self.stdout.write(f"{page.url_path}: not taken down")
        if found:
            raise CommandError("Not all texts are taken down. Put it right with --repair.")
        self.stdout.write("All texts are taken down.")
