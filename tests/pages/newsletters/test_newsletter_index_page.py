from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.make.newsletters import issue
from tests.make.translations import draft_in, published, translated

pytestmark = pytest.mark.usefixtures("clock")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def appeared(index, clock):
    """Publishes an issue on a day."""

    def appeared(day, title, **fields):
        clock.move_to(f"{day} 12:00+01:00")
        made = published(issue(index, title, **fields))
        clock.move_to("2026-11-24 12:00+01:00")
        return made

    return appeared


def listed(read, index, query=None):
    return read(index.url, query).titles(".letters__title")


def test_the_newest_issue_stands_first_below_its_year(read, index, appeared):
    appeared("2026-10-28", "Newsletter November")
    appeared("2025-12-28", "Newsletter Januar", summary="Das neue Jahr.")

    page = read(index.url)

    assert page.titles(".letters h3") == ["2026", "2025"]
    assert page.titles(".letters__title") == ["Newsletter November", "Newsletter Januar"]
    assert "Newsletter Januar 28. Dezember 2025 Das neue Jahr." in page.text


def test_of_many_the_newest_are_there_and_the_others_one_click_away(read, index, appeared):
    for number in range(1, 10):
        appeared(f"2025-0{number}-01", f"Alt {number}")
        appeared(f"2026-0{number}-01", f"Neu {number}")

    page = read(index.url)

    assert page.titles(".letters__title") == [
        *(f"Neu {number}" for number in range(9, 0, -1)),
        *(f"Alt {number}" for number in range(9, 6, -1)),
    ]
    assert [link["href"] for link in page.main.select("a[href*=jahr]")] == [f"{index.url}?jahr=2025#issues"]
    assert listed(read, index, {"jahr": "2025"}) == [f"Alt {number}" for number in range(9, 0, -1)]


@pytest.mark.parametrize("year", ["", "0", "-1", "2024", "1e308", "NaN", "٢٠٢٥", "2025'", "9" * 5000])
def test_nonsense_asks_for_the_newest(read, index, appeared, year):
    appeared("2025-12-28", "Newsletter Januar")

    assert listed(read, index, {"jahr": year}) == ["Newsletter Januar"]


def test_no_year_at_all_is_refused_clearly(client, index):
    assert client.get(f"{index.url}?jahr=%00").status_code == 400


def test_of_several_years_the_last_one_counts(client, index, appeared):
    appeared("2025-12-28", "Newsletter Januar")

    assert client.get(f"{index.url}?jahr=x&jahr=2025").status_code == 200


def test_nothing_is_listed_that_not_everybody_may_read(read, index, appeared):
    appeared("2026-10-01", "Offen")
    closed, gone = appeared("2026-10-02", "Zu"), appeared("2026-10-03", "Weg")
    issue(index, "Entwurf", live=False)

    PageViewRestriction.objects.create(page=closed.page_ptr, restriction_type="login")
    gone.unpublish()

    assert listed(read, index) == ["Offen"]


def test_a_new_house_says_that_nothing_has_appeared(read, index):
    assert "Es ist noch keine Ausgabe erschienen." in read(index.url).text


def test_in_another_language_translated_issues_are_read_and_dated_as_the_original(read, index, appeared):
    november = appeared("2025-10-28", "Newsletter November")
    appeared("2025-11-28", "Newsletter Dezember")
    english = published(draft_in("en", index), title="Newsletter")
    translated(november, "en", title="November letter")

    page = read(english.url)

    assert page.titles(".letters h3") == ["2025"]
    assert page.titles(".letters__title") == ["Newsletter Dezember", "November letter"]
    assert page.main.select('.letters__title[lang="de"]')[0].text == "Newsletter Dezember"


def entries(client, address):
    return ElementTree.fromstring(client.get(address).content).findall(f"{ATOM}entry")


def said(entry, name):
    return entry.find(f"{ATOM}{name}").text


def test_the_feed_has_each_issue_with_the_day_on_which_it_appeared(client, index, appeared):
    appeared("2026-09-28", "Newsletter Oktober")
    appeared("2026-10-28", "Newsletter & <November>", slug="november", summary="Viel los.")

    november, october = entries(client, f"{index.url}feed.xml")

    assert (said(november, "title"), said(october, "title")) == (
        "Newsletter & <November>",
        "Newsletter Oktober",
    )
    assert said(november, "published").startswith("2026-10-28T11:00:00+00:00")
    assert said(november, "summary") == "<p>Viel los.</p>"
    assert november.find(f"{ATOM}link").get("href") == "http://testserver/de/newsletter/november/"


def test_who_has_the_feed_already_gets_nothing_until_an_issue_appears(client, index, appeared):
    address = f"{index.url}feed.xml"
    appeared("2026-09-28", "Newsletter Oktober")
    etag = client.get(address).headers["ETag"]

    same = client.get(address, headers={"If-None-Match": etag}).status_code
    appeared("2026-10-28", "Newsletter November")
    other = client.get(address, headers={"If-None-Match": etag}).status_code

    assert (same, other) == (304, 200)


def test_the_feed_of_another_language_marks_what_is_not_translated(client, index, appeared):
    appeared("2026-09-28", "Newsletter Oktober")
    english = published(draft_in("en", index), title="Newsletter")

    (entry,) = entries(client, f"{english.url}feed.xml")

    assert entry.find(f"{ATOM}title").get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


def test_the_feed_tells_nothing_that_not_everybody_may_read(client, index, appeared):
    closed = appeared("2026-10-02", "Zu")
    issue(index, "Entwurf", live=False)

    PageViewRestriction.objects.create(page=closed.page_ptr, restriction_type="login")

    assert entries(client, f"{index.url}feed.xml") == []


def test_fifty_issues_cost_as_many_queries_as_two(client, index, appeared):
    for number in range(2):
        appeared("2026-09-28", f"Newsletter {number}")
    few = [_queries(client, f"{index.url}{part}") for part in ("", "feed.xml")]
    for number in range(2, 50):
        issue(index, f"Newsletter {number}", first_published_at="2026-09-28 12:00+01:00")

    many = [_queries(client, f"{index.url}{part}") for part in ("", "feed.xml")]

    assert many <= few
    assert max(many) <= 25


def _queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
