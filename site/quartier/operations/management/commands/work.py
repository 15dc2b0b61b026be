"""`manage.py work`: beside the web server, it does what is due. `--once` is for a timer."""

import signal
from threading import Event

from django.core.management import BaseCommand
from django.db import close_old_connections

from quartier.operations.jobs import do_due

PAUSE = 10  # seconds


class Command(BaseCommand):
    """Sends mail that waits, deletes what has been kept long enough. Several may run at the same time."""

    help = "Do what is due: send mail, delete what is no longer needed. Runs until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *, once, verbosity, **options):
        stop = Event()
        if not once:
            for ending in (signal.SIGINT, signal.SIGTERM):
                signal.signal(ending, lambda *_: stop.set())
        while not stop.is_set():
            done = do_due()
            if done and verbosity > 1:
                self.stdout.write(", ".join(done))
            if once:
                return
            close_old_connections()
            stop.wait(PAUSE)
