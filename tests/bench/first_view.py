"""What a phone has to load before it shows a page of each kind, as `make demo` serves it: `make bench`.

Page, sheets of style that it waits for, and scripts; pictures and the sheet for paper come later.
"""

import tempfile
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from tests.bench.table import show
from tests.browser.fetching import fetch
from tests.browser.kinds import ARABIC_KINDS, KINDS
from tests.browser.running import DemoSite


def main():
    with tempfile.TemporaryDirectory(prefix="quartier-bench-") as folder:
        site = DemoSite(Path(folder))
        site.install()
        site.start()
        try:
            kinds = {**KINDS, **{f"{name}, Arabic": path for name, path in ARABIC_KINDS.items()}}
            rows = [[name, *first_view(site.url + path)] for name, path in kinds.items()]
        finally:
            site.stop()
    rows.sort(key=lambda row: -row[1] - row[2])
    show(
        "Bytes at first view, compressed; all requests, pictures too",
        ["page", "HTML", "CSS", "JS", "requests"],
        rows,
    )


def first_view(address):
    """Compressed bytes of the page, its sheets and its scripts, and how many requests a reader makes."""
    answer = fetch(address)
    page = BeautifulSoup(answer.body, "html.parser")
    sheets = [urljoin(address, link["href"]) for link in page.select('link[rel="stylesheet"]:not([media])')]
    scripts = [urljoin(address, script["src"]) for script in page.select("script[src]")]
    pictures = {urljoin(address, picture["src"]) for picture in page.select("img[src]")}
    style, script = (sum(len(fetch(each).sent) for each in part) for part in (sheets, scripts))
    return len(answer.sent), style, script, 1 + len(sheets) + len(scripts) + len(pictures)


if __name__ == "__main__":
    main()
