"""What holds for every published page of the demo centre, as bytes and as requests."""

import re
from functools import cache
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from tests.browser import checks
from tests.browser.fetching import fetch
from tests.browser.kinds import ARABIC_KINDS, EASY_KINDS, KINDS

pytestmark = pytest.mark.browser

FIRST_VIEW, ALL_SCRIPT = 14_600, 10_000
SEARCH = re.compile(r"/(suche|bahth)/")


@pytest.fixture(scope="module")
def addresses(demo_site):
    sitemap = fetch(f"{demo_site.url}/sitemap.xml").body
    found = [place.text for place in ElementTree.fromstring(sitemap).findall(".//{*}loc")]
    kinds = [*KINDS.values(), *ARABIC_KINDS.values(), *EASY_KINDS.values()]
    special = [f"{demo_site.url}{path}" for path in kinds]
    return list(dict.fromkeys([*found, *special, *_dates(demo_site)]))


def _dates(demo_site):
    """Each date has an address of its own: those that one event links."""
    event = fetch(f"{demo_site.url}{KINDS['event']}").body.decode()
    dates = re.findall(rf'href="({KINDS["event"]}\d{{4}}-[^"/]*/)"', event)
    assert dates
    return [f"{demo_site.url}{path}" for path in dict.fromkeys(dates)]


@pytest.fixture(scope="module")
def answers(addresses):
    """What is sent at each address, asked for once."""
    return {address: fetch(address) for address in addresses}


@pytest.fixture(scope="module")
def weigh(demo_site):
    """How many bytes are sent for a file that pages need."""
    return cache(lambda path: len(fetch(f"{demo_site.url}{path.decode()}").sent))


def test_the_demo_has_the_pages_of_a_real_house(addresses, demo_site):
    german = [address for address in addresses if f"{demo_site.url}/de/" in address]

    assert len(german) >= 40


def test_every_page_is_valid_html(answers, tmp_path):
    for number, answer in enumerate(answers.values()):
        (tmp_path / f"{number:03}.html").write_bytes(answer.body)

    assert checks.html_faults(tmp_path) == []


def test_first_view_of_every_page_fits_into_the_first_packets(answers, weigh):
    too_heavy = {}
    for address, page in answers.items():
        sheets = _sheets_waited_for(page.body)
        blocking = [
            tag
            for tag in re.findall(rb"<script\b[^>]*>", page.body)
            if b"src=" in tag and not _is_deferred(tag)
        ]
        weight = len(page.sent) + sum(map(weigh, sheets))
        if weight > FIRST_VIEW or len(sheets) + len(blocking) > 1:
            too_heavy[address] = (weight, len(sheets) + len(blocking))

    assert too_heavy == {}


def test_no_page_needs_much_script(answers, weigh):
    for address, answer in answers.items():
        scripts = re.findall(rb'<script\b[^>]*src="([^"]+)"', answer.body)
        assert sum(map(weigh, scripts)) <= ALL_SCRIPT, address


def _sheets_waited_for(body):
    """Stylesheets without which nothing is shown; those for print come last, unwaited for."""
    links = re.findall(rb'<link[^>]+rel="stylesheet"[^>]*>', body)
    return [re.search(rb'href="([^"]+)"', link)[1] for link in links if b'media="print"' not in link]


def _is_deferred(tag):
    return b'type="module"' in tag or b"defer" in tag or b"async" in tag


def test_no_page_sets_a_cookie_asks_another_host_or_complains(addresses, visitor, demo_site):
    """Every German page, and one of each kind in the languages that are written in another way."""
    found = {}
    further = {f"{demo_site.url}{path}" for path in [*ARABIC_KINDS.values(), *EASY_KINDS.values()]}
    for address in [each for each in addresses if "/de/" in each or each in further]:
        visit = visitor(address.removeprefix(demo_site.url))
        complaints = [words for words in visit.complaints if "404" not in words]
        if visit.foreign_requests or complaints or visit.context.cookies():
            found[address] = (visit.foreign_requests, complaints, visit.context.cookies())
        visit.context.close()

    assert found == {}


def test_every_page_carries_the_strict_policies(answers):
    for address, answer in answers.items():
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe-inline" not in policy, address
        assert "unsafe-eval" not in policy, address
        assert "default-src 'none'" in policy, address
        assert headers["X-Content-Type-Options"] == "nosniff", address
        assert headers["Referrer-Policy"], address
        assert headers["Permissions-Policy"], address


def test_every_link_of_the_demo_leads_somewhere(answers, demo_site):
    """Links to pages, files and places on a page, on every published page."""
    seen = {address: answer for address, answer in answers.items() if not SEARCH.search(address)}
    broken = set()
    for address in [address for address, answer in seen.items() if answer.status == 200]:
        for link in re.findall(r'(?:href|src)="(/[^"]*|#[^"]*)"', seen[address].body.decode()):
            path, _mark, fragment = link.replace("&amp;", "&").partition("#")
            goal = f"{demo_site.url}{path}" if path else address
            answer = seen[goal] = seen.get(goal) or fetch(goal)
            place = f'id="{unquote(fragment)}"'.encode()
            if answer.status != 200 or (fragment and place not in answer.body):
                broken.add((address, link))

    assert broken == set()
