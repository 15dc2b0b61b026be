"""The database, the cache, the store of files, the mail server, the disk: each is really gone for a while."""

import os
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.drill.house import served
from tests.make import ground

PATIENCE = 90
"""Seconds until all must be well again."""
SLOWEST = 10
"""Seconds in which everybody has an answer, whatever is gone."""
FINE, REFUSED = {"kept": 200, "new": 200, "form": 303, "sign-up": 303, "editor": 302}, 503
SILENT = {"new": REFUSED, "form": REFUSED, "sign-up": REFUSED, "editor": REFUSED}
EXPECTED = {
    ground.Postgres.name: SILENT,
    ground.Hanging.name: SILENT,
    ground.Redis.name: {},
    ground.Store.name: {},
    ground.Mail.name: {},
    ground.Disk.name: {"form": REFUSED, "sign-up": REFUSED, "editor": REFUSED},
}
"""What differs from a day on which all is well."""
FIND = """
from pages.enquiries.models import FormPage as F
from pages.newsletters.models import NewsletterIndexPage as N
from pages.standard.models import StandardPage as S
here = {"live": True, "locale__language_code": "de"}
asks_for_file = lambda page: "file" in {field.field_type for field in page.form_fields.all()}
form = next(page for page in F.objects.filter(**here) if not asks_for_file(page))
print(form.get_url(), N.objects.filter(**here).first().get_url(), S.objects.filter(**here).first().pk)
"""


@dataclass
class Row:
    """What was seen while one thing was gone."""

    name: str
    seen: dict = field(default_factory=dict)
    recovery: float = 0.0
    faults: list = field(default_factory=list)

    def __str__(self):
        lines = [f"{self.name}: back after {self.recovery:.1f} s"]
        lines += [f"    {who:<8} {seen} in {seen.seconds:.1f} s" for who, seen in self.seen.items()]
        return "\n".join(lines + [f"    WRONG: {fault}" for fault in self.faults])


class Day:
    """A day in the house; each part of it can be asked for again and again."""

    def __init__(self, house):
        self.house = house
        self.form, self.sign_up, self.number = house.manage("shell", "-v0", "-c", FIND).split()[-3:]
        self.reader, self.editor = house.reader(), house.editor()
        pages = [path for path in self.reader.addresses() if path.startswith("/de/")]
        self.kept, *self.never_asked = sorted(pages, key=len)
        self.prepare()

    def prepare(self):
        """Everybody opens what they will use; one page is read by somebody before."""
        self.reader.ask(self.kept)
        self.forms = {"form": self.house.sender(self.form), "sign-up": self.house.sender(self.sign_up)}

    def parts(self):
        yield "kept", lambda: self.reader.ask(self.kept)
        yield "new", lambda: self.reader.ask(self.never_asked.pop())
        yield from ((name, sender.send) for name, sender in self.forms.items())
        yield "editor", lambda: self.editor.publish(self.number, summary=f"Stand {time.time()}")


def gone(day, thing):
    """Stop it, look, start it, wait until all is as ever."""
    row = Row(thing.name)
    day.prepare()
    thing.stop()
    row.seen = {name: ask() for name, ask in day.parts()}
    thing.start()
    began = time.monotonic()
    for name, status in (FINE | EXPECTED[thing.name]).items():
        if row.seen[name].status != status:
            row.faults.append(f"{name} {row.seen[name].status}, not {status}")
    slow = [name for name, seen in row.seen.items() if seen.seconds > SLOWEST]
    row.faults += [f"{name} waited for {row.seen[name].seconds:.0f} s" for name in slow]
    _wait_until_well(day, row, began)
    return row


def _wait_until_well(day, row, began):
    for name, ask in day.parts():
        seen = ask()
        while seen.status != FINE[name] and time.monotonic() - began < PATIENCE:
            time.sleep(0.1)
            seen = ask()
        if seen.status != FINE[name]:
            row.faults.append(f"{name} stays {seen}")
        if name == "new":
            row.recovery = time.monotonic() - began
    sent_again = day.forms["form"].send()
    if sent_again.status != 303:
        row.faults.append(f"pressed once more: {sent_again}")


def messages(house):
    asked = "from pages.enquiries.models import Submission as S\nprint(S.objects.count())"
    return int(house.manage("shell", "-v0", "-c", asked).split()[-1])


def beyond_one_machine():
    """All that can stand on other machines, one after the other."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as data, ExitStack() as over:
        things = [ground.Postgres(folder), ground.Redis(), ground.Store(), ground.Mail()]
        for thing in things:
            over.callback(thing.stop)
        house = over.enter_context(served(data, things))
        day, before = Day(house), messages(house)
        hours = [*things, ground.Hanging(things[0])]
        for thing in hours:
            yield gone(day, thing)
        yield _all_once(messages(house) - before, len(hours))
        # To the house for each form, to the subscriber for each sign-up.
        yield _mail_came(things[-1], 2 * len(hours))


def _all_once(count, forms):
    faults = [] if count == forms else [f"{count} messages of {forms} forms"]
    return Row(f"{forms} forms, each sent three times or twice: {count} messages kept", faults=faults)


def _mail_came(mail, expected):
    """The worker tries again by itself what could not be sent."""
    began = time.monotonic()
    while len(mail.server.received) < expected and time.monotonic() - began < 3 * PATIENCE:
        time.sleep(1)
    count = len(mail.server.received)
    faults = [] if count >= expected else [f"only {count} mails came"]
    return Row(f"{count} mails in all", recovery=time.monotonic() - began, faults=faults)


def on_a_small_disk():
    """SQLite and files on a file system that is filled to its last byte."""
    with tempfile.TemporaryDirectory() as data, ExitStack() as over:
        disk = ground.Disk(data, 120)
        over.callback(disk.unmount)
        house = over.enter_context(served(data))
        day, before = Day(house), messages(house)
        yield gone(day, disk)
        yield _all_once(messages(house) - before, 1)


def main():
    parts = [beyond_one_machine] if ground.postgres_programs() else []
    parts += [on_a_small_disk] if os.getuid() == 0 else []
    rows = []
    for part in parts:
        for row in part():
            print(row, flush=True)
            rows.append(row)
    return 1 if any(row.faults for row in rows) or not rows else 0
