"""`manage.py occurrences`: proves that the table of dates says what the published events say."""

from django.core.management.base import BaseCommand, CommandError

from pages.events import upkeep


class Command(BaseCommand):
    """Names each event with a date too many or too few; `--repair` puts them right."""

    help = "Compares the table of dates with the published events; ends with 1 where they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="put right what is wrong")

    def handle(self, repair, **options):
        found = list(upkeep.faults())
        stray = upkeep.stray().count()
        for page, gap in found:
            self.stdout.write(f"{page.title}: {len(gap.missing)} missing, {len(gap.wrong)} wrong")
        if stray:
            self.stdout.write(f"{stray} that belong to no event")
        if repair:
            mended = upkeep.mend() + upkeep.clear_stray()
            self.stdout.write(f"{mended} put right")
        elif found or stray:
            raise CommandError("The table of dates is not as it should be. Put it right with --repair.")
        else:
            self.stdout.write("All dates are as they should be.")
