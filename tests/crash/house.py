"""The house under fire: a database with a mailing on its way, and workers that are born by the dozen.

A process that has loaded everything once and then does what it reads, a word a line. Each worker is forked
from it, for to start Python two hundred times would take half an hour; what it runs is `manage.py work`.
"""

import json
import os
import sys
import time
import tracemalloc
from datetime import timedelta

from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from tests.make import tables

PAUSE = 0.2
"""Seconds between two rounds of a worker without work; ten in earnest."""


class House:
    """What can be asked of it; each method is a word."""

    def __init__(self, recipients):
        call_command("migrate", run_syncdb=True, verbosity=0)
        JobRun.objects.bulk_create(
            JobRun(name=job.name, due_at=timezone.now() + timedelta(days=1)) for job in JOBS
        )
        self.fill(recipients)

    def fill(self, recipients):
        subscribers(recipients)
        words = {"html": "<p>Guten Tag, dies ist ein Satz.</p>\n" * 500, "text": "Guten Tag\n" * 100}
        mailing(contents={"de": content(**words)}, now=timezone.now())

    def worker(self):
        """A new worker; its process id."""
        connections.close_all()
        child = os.fork()
        if child:
            return child
        work.PAUSE = PAUSE
        try:
            call_command("work", verbosity=0)
        finally:
            os._exit(0)

    def deliver(self):
        """Send all in this process: seconds, bytes of a mail."""
        [key] = Mailing.objects.values_list("pk", flat=True)
        due = Due(1, key, "de", "a@post.example", "", 0, None, "", 1, "x" * 22, "", "")
        size = len(Printing().bytes_for(due, timezone.now()))
        begun = time.perf_counter()
        while deliver():
            pass
        return time.perf_counter() - begun, size

    def memory(self):
        """Bytes that it takes at most to begin a mailing to all, and to send it for some seconds.

        As Python counts them: what SQLite keeps of the file in memory is limited by its settings.
        """
        deliver(length=1)
        tracemalloc.start()
        mailing(contents={"de": content()}, now=timezone.now(), occasion="again")
        deliver(length=5)
        return tracemalloc.get_traced_memory()[1]

    def reap(self):
        """Forget the dead; how many there were."""
        count = 0
        while os.waitpid(-1, os.WNOHANG)[0]:
            count += 1
        return count

    def hasten(self):
        """Let two days pass for all that waits for another try; how many rows that are."""
        Gate.objects.update(closed_until=None)
        return Delivery.objects.filter(state=State.QUEUED).update(next_try=timezone.now())

    def rows(self):
        """How far each mail is, and how far the mailing."""
        return {
            "progress": Mailing.objects.get().progress,
            "cause": Mailing.objects.get().cause,
            "rows": dict(Delivery.objects.values_list("address", "state")),
        }

    def settled(self):
        """How many mails are not on their way any more."""
        return Delivery.objects.exclude(state__in=WAITING).count()


def main(recipients):
    house = House(recipients)
    print("ready", flush=True)
    for line in sys.stdin:
        try:
            answer = getattr(house, line.strip())()
        except ChildProcessError:
            answer = 0
        print(json.dumps(answer), flush=True)
        connection.close()


if __name__ == "__main__":
    tables.begin()
    from pages.mailings.delivering.claiming import Due
    from pages.mailings.delivering.printing import Printing
    from pages.mailings.delivering.slices import deliver
    from pages.mailings.models import WAITING, Delivery, Gate, Mailing, State
    from quartier.operations.jobs import JOBS
    from quartier.operations.management.commands import work
    from quartier.operations.models import JobRun
    from tests.make.mailings import content, mailing, subscribers

    main(int(sys.argv[1]))
