"""What one reads on the page of an announcement."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from pages.announcements.choices import Kind, Sentence
from tests.make.announcements import announcement
from tests.make.bricks import stack, words
from tests.make.events import at, calendar, change, event
from tests.make.pages import plain_page
from tests.make.translations import translated

pytestmark = pytest.mark.usefixtures("clock")


def read(client, address):
    return BeautifulSoup(client.get(address).content.decode(), "html.parser")


def heading(page):
    return page.h1.text, page.h1.get("lang")


def test_it_tells_what_it_is_until_when_and_more(client, aktuelles):
    body = stack(("text", "<p>Im Keller steht das Wasser.</p>"))
    page = announcement(
        aktuelles, kind=Kind.CLOSURE, ends=at("2026-11-26 18:00"), summary="Alles fällt aus.", body=body
    )

    said = words(read(client, page.url).main)

    for part in ("Geschlossen", "Gilt bis heute, 18 Uhr", "Alles fällt aus.", "Im Keller steht das Wasser."):
        assert part in said


def test_what_is_over_says_so(client, aktuelles):
    page = announcement(aktuelles, starts=at("2026-11-25 08:00"), ends=at("2026-11-25 18:00"))

    assert "Nicht mehr aktuell seit Mittwoch, 25. November, 18 Uhr" in words(read(client, page.url).main)


def test_whom_it_is_sent_to_sees_its_headline(client, home, aktuelles):
    page = event(calendar(home))
    change(page, "2026-12-03 18:15", is_cancelled=True)
    about = {"event": page.translation_key, "date": page.occurrences.get().original}
    made = announcement(aktuelles, "Ein Termin fällt aus", sentence=Sentence.CANCELLED, **about)

    shared = read(client, made.url).find("meta", property="og:title")["content"]

    assert shared == "Nähcafé am Donnerstag, 3. Dezember fällt aus"


def test_its_times_hold_in_every_language_at_once(client, aktuelles):
    page = announcement(aktuelles, ends=at("2026-11-26 18:00"))
    english = translated(page, "en", title="Burst pipe")
    page.ends = at("2026-11-26 20:00")
    page.save()

    assert "Gilt bis heute, 20 Uhr" in words(read(client, page.url).main)
    assert 'datetime="2026-11-26T20:00:00+01:00"' in str(read(client, english.url).main)


def test_a_standard_sentence_is_the_heading_where_nobody_translated(client, aktuelles):
    page = announcement(aktuelles, "Aufzug kaputt", sentence=Sentence.LIFT, slug="aufzug")

    there = read(client, "/en/aktuelles/aufzug/")

    assert heading(there) == ("The lift is out of order", None)
    assert there.title.text.startswith("The lift is out of order")
    assert heading(read(client, page.url)) == ("Aufzug kaputt", None)


def test_own_words_keep_their_language(client, aktuelles):
    announcement(aktuelles, slug="wasser")

    assert heading(read(client, "/en/aktuelles/wasser/")) == ("Wasserrohrbruch", "de")


@pytest.fixture
def sewing(home):
    return event(calendar(home), "Nähcafé", slug="naehcafe")


def of(page, **fields):
    return {"event": page.translation_key, "date": at("2026-12-03 18:15"), "slug": "aus", **fields}


def test_of_a_date_it_says_which_one_and_leads_there(client, aktuelles, sewing):
    change(sewing, "2026-12-03 18:15", is_cancelled=True)
    announcement(aktuelles, "Nähcafé fällt aus", sentence=Sentence.CANCELLED, **of(sewing))

    there = read(client, "/en/aktuelles/aus/")

    assert heading(there) == ("Nähcafé on Thursday, December 3 is cancelled", None)
    assert there.h1.span["lang"] == "de"
    assert there.main.select_one('a[href="/en/veranstaltungen/naehcafe/2026-12-03-1815/"]')


def test_of_a_date_that_was_moved_it_says_to_when(client, aktuelles, sewing):
    moved = {"is_postponed": True, "starts": "2026-12-04 17:00", "ends": "2026-12-04 19:00"}
    change(sewing, "2026-12-03 18:15", **moved)
    announcement(aktuelles, "Nähcafé verschoben", sentence=Sentence.MOVED, **of(sewing))

    said, _language = heading(read(client, "/en/aktuelles/aus/"))

    assert said == "Nähcafé on Thursday, December 3 is postponed to Friday, December 4, 17:00"


def test_of_an_event_that_is_not_for_everybody_it_says_nothing(client, aktuelles, sewing):
    change(sewing, "2026-12-03 18:15", is_cancelled=True)
    announcement(aktuelles, "Ein Termin fällt aus", sentence=Sentence.CANCELLED, **of(sewing))
    PageViewRestriction.objects.create(page=sewing, restriction_type=PageViewRestriction.LOGIN)

    said = client.get("/en/aktuelles/aus/").content.decode()

    assert "A date is cancelled" in said
    assert "naehcafe" not in said
    assert "Nähcafé" not in said


def test_it_leads_to_a_page_only_while_everybody_may_read_that(client, home, aktuelles):
    more = plain_page(home, "Notdienst", slug="notdienst")
    page = announcement(aktuelles, link_page=more, link="https://wasserwerk.example/")

    before = str(read(client, page.url).main)
    PageViewRestriction.objects.create(page=more, restriction_type=PageViewRestriction.LOGIN)
    after = str(read(client, page.url).main)

    assert 'href="/de/notdienst/"' in before
    assert "otdienst" not in after
    assert 'href="https://wasserwerk.example/"' in after


def test_who_searches_finds_it_by_its_kind_and_knows_what_it_is(client, aktuelles):
    announcement(aktuelles, "Wasserrohrbruch", kind=Kind.CLOSURE)

    said = words(read(client, "/de/suche/?q=Wasserrohrbruch").main)

    assert "Wasserrohrbruch" in said
    assert "Meldung" in said


def test_what_is_typed_stays_text(client, aktuelles):
    hostile = '"><script>alert(1)</script>{{ 7*7 }}\u202e'
    page = announcement(aktuelles, hostile, slug="boese", summary=hostile, sentence=Sentence.LIFT)

    for address in (page.url, f"{page.url}aushang/", aktuelles.url, "/de/aktuelles/feed.xml"):
        said = client.get(address).content.decode()
        assert "<script>alert" not in said
        assert "{{ 7*7 }}" in said
