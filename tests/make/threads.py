"""Several who work in the same moment, each over a connection of its own."""

import threading
import time
from contextlib import suppress

from django.db import OperationalError, connections


def at_once(*works, busy=OperationalError):
    """Do all of these at the same time, until each has been done."""
    workers = [threading.Thread(target=_stubborn, args=[work, busy]) for work in works]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def _stubborn(work, busy):
    for _attempt in range(500):
        with suppress(busy):  # threads that share SQLite in memory do not wait for a locked table
            work()
            break
        time.sleep(0.01)
    connections.close_all()
