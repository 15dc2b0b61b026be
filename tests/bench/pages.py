"""Pages and lists of a house with a hundred pages and with ten thousand, side by side in one run.

Half of them are plain pages, in areas of fifty; half are services, all in one finder. CPU time of the whole
answer, without any cache; the median of all rounds.
"""

import sys

from tests.bench.worker import compare, house

SIZES = {"100": (100,), "10,000": (10_000,)}
QUESTIONS = {
    "home page": "/de/",
    "plain page": "/de/bereich-0/seite-7/",
    "service": "/de/angebote/angebot-7/",
    "finder": "/de/angebote/",
    "finder with filters": "/de/angebote/?fuer=b1&thema=b2&tag=1",
    "search": "/de/suche/?q=Beratung",
    "page not found": "/de/gibt-es-nicht/",
    "sitemap": "/sitemap.xml",
}


def main():
    print("Filling houses with 100 and 10,000 pages …", flush=True)
    compare("The house: pages", "tests.bench.pages", SIZES, rounds=7)


def build(number):
    from tests.bench.answering import FullTree  # noqa: PLC0415  (settings are named by then)

    return FullTree(QUESTIONS, number)


if __name__ == "__main__":
    house(build, sys.argv[1:]) if len(sys.argv) > 1 else main()
