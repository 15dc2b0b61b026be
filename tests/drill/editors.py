"""Four editors publish and fifty readers read for a minute, on SQLite: nobody may see that it is locked."""

import itertools
import os
import statistics
import tempfile
import threading
import time
from collections import Counter

from tests.drill.house import served

EDITORS, READERS = 4, 50
PAUSE = 1.0
"""Seconds that a reader looks at a page."""


def main():
    seconds = int(os.environ.get("SECONDS", 60))
    with tempfile.TemporaryDirectory() as folder, served(folder) as house:
        told = trouble(house, seconds)
    return 1 if told else 0


def trouble(house, seconds, editors=EDITORS, readers=READERS, out=None):
    """What went wrong, as lines; figures are printed."""
    pages = house.reader().addresses()
    numbers = editable(house, editors)
    end = time.monotonic() + seconds
    answers, publishes, faults = Counter(), [], []

    def read(visitor, start):
        for path in itertools.islice(itertools.cycle(pages), start, None):
            if time.monotonic() > end:
                return
            # Half of the readers want what no cache can have kept: a page with a form of its own, a search.
            seen = visitor.ask(path if start % 2 else f"/de/suche/?q=haus{start}{time.monotonic_ns()}")
            answers[seen.status] += 1
            if seen.status >= 500:
                faults.append(f"reader {path}: {seen}")
            time.sleep(PAUSE)

    def publish(editor, number):
        for turn in itertools.count():
            if time.monotonic() > end:
                return
            seen = editor.publish(number, summary=f"Stand {turn}")
            publishes.append(seen.seconds)
            if seen.status != 302:
                faults.append(f"editor of {number}: {seen}")

    people = [threading.Thread(target=read, args=(house.reader(), start)) for start in range(readers)]
    people += [threading.Thread(target=publish, args=(house.editor(), number)) for number in numbers]
    for person in people:
        person.start()
    for person in people:
        person.join()
    locked = house.said().count("database is locked")
    print(f"{seconds} s, {editors} editors, {readers} readers: {len(publishes)} publishes", file=out)
    print(f"  in the middle {statistics.median(publishes):.2f} s, at most {max(publishes):.2f} s", file=out)
    print(f"  answers to readers: {dict(answers)}; “locked” in the log: {locked}", file=out)
    faults += ["database is locked"] * locked
    for fault in faults[:10]:
        print(f"  {fault}", file=out)
    return faults


def editable(house, count):
    """The numbers of pages, each for one editor."""
    asked = "from pages.standard.models import StandardPage as S\n"
    asked += (
        f"print(*S.objects.live().filter(locale__language_code='de').values_list('pk', flat=True)[:{count}])"
    )
    return [int(number) for number in house.manage("shell", "-v0", "-c", asked).split()]
