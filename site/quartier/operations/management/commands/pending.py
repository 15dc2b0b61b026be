"""`manage.py pending`: what an update would do to the tables, and whether the site may run meanwhile."""

import sys

from django.core.management import BaseCommand

from quartier.operations.migrating import pending

MAY_RUN, MUST_PAUSE = 2, 3


class Command(BaseCommand):
    """Ends with 0 if nothing waits, with 2 if the site may go on running, with 3 if it has to pause."""

    help = "Says which migrations wait, and whether the site has to be stopped while they are done."
    requires_system_checks = ()

    def handle(self, **options):
        steps = pending()
        if not steps:
            self.stdout.write("The tables are as this program wants them.")
            return
        for step in steps:
            self.stdout.write(f"{step.name}: {'; '.join(step.dangers) or 'only adds'}")
        if any(step.dangers for step in steps):
            self.stdout.write("Stop the site for this update: the running program would fail meanwhile.")
            sys.exit(MUST_PAUSE)
        self.stdout.write("The site may go on running: nothing is taken from it.")
        sys.exit(MAY_RUN)
