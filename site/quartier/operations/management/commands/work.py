"""`manage.py work`: beside the web server, it does what is due. `--once` is for a timer."""

import logging
import signal
from threading import Event

from django.core.management import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from pages.mailings import installation
from pages.mailings.delivering.slices import deliver
from pages.noting import note
from pages.outage import cause_of
from quartier.operations.jobs import do_due
from quartier.operations.publishing import next_due

PAUSE, A_MOMENT = 10, 0.02  # seconds

log = logging.getLogger(__name__)


class Command(BaseCommand):
    """Sends mail that waits, deletes what has been kept long enough. Several may run at the same time.

    Asked to end, it ends after the mail that is on its way.
    """

    help = "Do what is due: send mail, delete what is no longer needed. Runs until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *, once, verbosity, **options):
        stop = Event()
        if not once:
            for ending in (signal.SIGINT, signal.SIGTERM):
                signal.signal(ending, lambda *_: stop.set())
        while not stop.is_set():
            pause = PAUSE
            try:
                is_more = self._round(stop, verbosity, aside=not once)
                pause = 0 if is_more else _pause(timezone.now())
            except Exception as fault:
                if once or cause_of(fault) is None:
                    raise
                note(cause_of(fault), fault)  # whoever is gone comes back; so do we
                is_more = False
            if once and not is_more:
                return
            close_old_connections()
            stop.wait(pause)

    def _round(self, stop, verbosity, aside):
        """Do all that is due; whether there is more."""
        installation.look(timezone.now())
        done = do_due(aside=aside)
        if done and verbosity > 1:
            self.stdout.write(", ".join(done))
        return _deliver(stop)


def _pause(now):
    """Seconds until there may be something to do: to the moment for which an editor has planned something."""
    planned = next_due(now)
    return min(PAUSE, (planned - now).total_seconds() + A_MOMENT) if planned else PAUSE


def _deliver(stop):
    """Send newsletters for a while. What goes wrong is looked at again with the next round."""
    try:
        return deliver(stop.is_set)
    except Exception as fault:
        if cause_of(fault):
            raise
        log.exception("Newsletters could not be sent.")
        return False
