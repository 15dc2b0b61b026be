"""A quarter of an hour of a busy day: readers, searchers, feeds, three editors who publish, a newsletter.

What readers are told is compared with what was published: a price that was confirmed to its editor more than
a second before must be read by everybody, in every language. MINUTES=15, DEMO as for all drills.
"""

import itertools
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter

from bs4 import BeautifulSoup

from tests.bench.server import Server
from tests.drill.house import served
from tests.make.ground import Mail

READERS, WATCHERS, EDITORS = 12, 3, 3
YOUNG = 1.0
"""Seconds for which readers may still be shown the copy of before, while the page is made anew."""

PRICE = re.compile(r"(\d{3})\s*(?:€|Euro|يورو)|€\s*(\d{3})")
PLACES = [
    *("/de/suche/?q=Beratung", "/ar/bahth/?q=Beratung", "/de/angebote/?fuer=familien&tag=2"),
    *("/de/veranstaltungen/kalender.ics", "/de/veranstaltungen/feed.xml", "/sitemap.xml"),
    *("/de/veranstaltungen/?ansicht=monat", "/de/aktuelles/feed.xml", "/de/gibt-es-nicht/"),
]
SERVICES = """
from pages.services.models import ServicePage
for page in ServicePage.objects.live().filter(locale__language_code="de").order_by("pk")[:{count}]:
    print(page.pk, *[each.url for each in page.get_translations(inclusive=True).live()])
"""
SENDING = """
from django.utils.translation import override
from pages.newsletters.models import NewsletterPage
from pages.newsletters.sending.beginning import begin, publish
issue = NewsletterPage.objects.filter(locale__language_code="de", live=True).latest("pk")
with override("de"):
    print(begin(issue, occasion="load").deliveries.count())
"""


class Price:
    """What one editor has published last, and when that was confirmed."""

    def __init__(self, number, addresses):
        self.number, self.addresses = number, addresses
        self.sent, self.confirmed = 0, [(0.0, 0)]

    def at_least(self, moment):
        """What everybody must know at a moment."""
        return max(value for when, value in self.confirmed if when <= moment - YOUNG or value == 0)


class Day:
    """Everybody at once, until the end; `faults` are told in words."""

    def __init__(self, house, prices, seconds):
        self.house, self.prices, self.end = house, prices, time.monotonic() + seconds
        self.answers, self.faults, self.compared = Counter(), [], 0

    def is_over(self):
        return time.monotonic() > self.end

    def read(self, paths):
        visitor = self.house.reader()
        for path in itertools.cycle(paths):
            if self.is_over():
                return
            self._note(path, visitor.ask(path))
            time.sleep(0.1)

    def watch(self, place):
        """Compare one price, in all languages, with what was published."""
        visitor, price = self.house.reader(), self.prices[place % len(self.prices)]
        for path in itertools.cycle(price.addresses):
            if self.is_over():
                return
            least = price.at_least(time.monotonic())
            seen = visitor.ask(path)
            most = price.sent
            self._note(path, seen)
            told = [int(value) for value in shown_prices(seen.html)]
            self.compared += 1
            if least and not (told and all(least <= value <= most for value in told)):
                self.faults.append(f"{path}: tells {told}, but {least} to {most} was published")
            time.sleep(0.05)

    def edit(self, place):
        price, editor = self.prices[place], self.house.editor()
        for value in itertools.cycle(range(100, 1000)):
            if self.is_over():
                return
            price.sent = max(price.sent, value)
            seen = editor.publish(price.number, cost="fixed", price=str(value), reduced_price="")
            self._note("publishing", seen)
            if seen.status != 302:
                self.faults.append(f"editor: {seen}")
                continue
            price.confirmed.append((time.monotonic(), value))
            time.sleep(3)

    def _note(self, path, seen):
        self.answers[seen.status] += 1
        if seen.status >= 500:
            self.faults.append(f"{path}: {seen}")


def shown_prices(html):
    """The prices that stand under “at a glance”, whatever the language."""
    glance = BeautifulSoup(html, "html.parser").select_one(".glance, #at-a-glance, aside")
    words = " ".join((glance or BeautifulSoup(html, "html.parser")).get_text(" ").split())
    return [first or second for first, second in PRICE.findall(words)]


def main():
    seconds = float(os.environ.get("MINUTES", 15)) * 60
    mail = Mail()
    with tempfile.TemporaryDirectory() as folder, served(folder, [mail]) as house:
        faults = spend(house, mail, seconds)
    mail.stop()
    return 1 if faults else 0


def spend(house, mail, seconds, out=sys.stdout):
    """The day; what went wrong, as lines. Figures are printed."""
    services = house.manage("shell", "-v0", "-c", SERVICES.format(count=EDITORS)).splitlines()
    prices = [Price(int(number), addresses) for number, *addresses in map(str.split, services)]
    paths = house.reader().addresses()
    recipients = int(house.manage("shell", "-v0", "-c", SENDING).split()[-1])
    day = Day(house, prices, seconds)
    people = [threading.Thread(target=day.read, args=(paths[start::READERS],)) for start in range(READERS)]
    people += [threading.Thread(target=day.read, args=(PLACES,))]
    people += [threading.Thread(target=day.watch, args=(place,)) for place in range(WATCHERS)]
    people += [threading.Thread(target=day.edit, args=(place,)) for place in range(len(prices))]
    for person in people:
        person.start()
    memory = _memory(house, day)
    for person in people:
        person.join()
    day.faults += _twice_or_never(mail, recipients)
    print(f"{seconds:.0f} s: answers {dict(day.answers)}, {day.compared} prices compared", file=out)
    print(f"  published {sum(len(price.confirmed) - 1 for price in prices)} times", file=out)
    print(f"  newsletter: {recipients} recipients", file=out)
    print("  MB of the largest process: " + ", ".join(f"{each / 1e6:.0f}" for each in memory), file=out)
    for fault in day.faults[:20]:
        print(f"  {fault}", file=out)
    return day.faults


def _memory(house, day, times=10):
    """Bytes of the largest process, so many times a day."""
    pause = (day.end - time.monotonic()) / times
    server, told = Server(house.port, house.server), []
    while not day.is_over():
        time.sleep(pause)
        told.append(server.memory())
    return told


def _twice_or_never(mail, recipients):
    letters = [message for message in mail.server.received if message["List-Unsubscribe"]]
    got = Counter(str(letter["To"]) for letter in letters)
    twice = [address for address, times in got.items() if times > 1]
    if twice:
        yield f"the newsletter came twice to {twice[:5]}"
    if len(got) != recipients:
        yield f"the newsletter came to {len(got)} of {recipients}"


if __name__ == "__main__":
    sys.exit(main())
