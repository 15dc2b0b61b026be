"""A series is made, changed in five ways, and taken back: counted in clicks and keys."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.desk import Desk
from tests.journeys.keyboard import tab_to

pytestmark = pytest.mark.browser
CALENDAR = """
from pages.events.models import CalendarPage
from wagtail.models import Site
home = Site.objects.get(is_default_site=True).root_page
if not CalendarPage.objects.live().exists():
    home.add_child(instance=CalendarPage(title="Veranstaltungen", slug="veranstaltungen"))
"""


class Hand:
    """Uses the page as a hand would, and counts."""

    def __init__(self, page):
        self.page, self.clicks, self.keys = page, 0, 0

    def click(self, place, goes=False):
        self.clicks += 1
        if goes:
            with self.page.expect_navigation():
                place.click()
        else:
            place.click()

    def write(self, place, words):
        """A click into the field, and its letters."""
        self.click(place)
        self.keys += len(words)
        place.press_sequentially(words)

    def enter(self, place, value):
        """A day or a time: its digits in a field of the browser's own, reached with the Tab key."""
        self.keys += 1 + sum(letter.isdigit() for letter in value)
        place.fill(value)

    def counted(self):
        counted, self.clicks, self.keys = (self.clicks, self.keys), 0, 0
        return counted


def next_thursday():
    today = date.today()
    return today + timedelta(days=(3 - today.weekday()) % 7 + 7)


@pytest.fixture
def desk(demo_site, new_context):
    demo_site.manage("shell", "-v0", "-c", CALENDAR)
    return Desk(new_context(locale="de-DE"), demo_site, "redaktion")


def field(page, name):
    return page.locator(f"[name=lines-0-{name}]")


def make_series(desk, hand, title):
    """`jeden Donnerstag, 18:15–20 Uhr, nicht in den Schulferien`."""
    page = desk.page
    hand.click(page.get_by_role("link", name="Neue Veranstaltung"), goes=True)
    hand.write(page.get_by_placeholder("Seitentitel"), title)
    hand.click(field(page, "frequency"))
    field(page, "frequency").select_option("weekly")
    hand.enter(field(page, "first_day"), next_thursday().isoformat())
    hand.enter(field(page, "starts"), "18:15")
    hand.enter(field(page, "ends"), "20:00")
    expect(field(page, "positions").first).to_be_hidden()
    hint = page.locator("[data-schedule-hint]").first
    expect(hint).to_contain_text("Jeden Donnerstag, 18:15–20 Uhr")
    expect(hint).to_contain_text("Nächste Termine: Donnerstag, ")
    hand.click(page.locator("[name=skips_school_holidays]"))
    hand.click(page.locator("footer").get_by_role("button", name="Mehr Aktionen"))
    hand.click(page.locator("footer").get_by_role("button", name="Veröffentlichen"), goes=True)


def row_of(page, title):
    return page.locator(".desk-date", has_text=title).first


def test_from_a_series_to_its_changes_in_few_clicks(desk, visitor, record_property):
    page, hand, counts = desk.page, Hand(desk.page), {}
    make_series(desk, hand, "Abendchor")
    counts["make a series"] = hand.counted()

    hand.click(page.get_by_role("link", name="Nächste zwei Wochen"), goes=True)
    row = row_of(page, "Abendchor")
    hand.click(row.locator("summary"))
    hand.click(row.get_by_role("button", name="Krankheit"), goes=True)
    counts["cancel a date"] = hand.counted()
    expect(row_of(page, "Abendchor")).to_contain_text("Fällt aus (Krankheit)")

    hand.click(page.locator(".messages").get_by_role("button", name="Rückgängig"), goes=True)
    counts["undo"] = hand.counted()
    expect(row_of(page, "Abendchor")).not_to_contain_text("(Krankheit)")

    hand.click(row_of(page, "Abendchor").get_by_role("link", name="Verschieben"), goes=True)
    moved = next_thursday() + timedelta(days=1)
    hand.enter(page.locator("#postpone [name=day]"), moved.isoformat())
    hand.click(page.locator("#postpone").get_by_role("button", name="Verschieben"), goes=True)
    counts["move a date"] = hand.counted()
    expect(row_of(page, "Abendchor")).to_contain_text("Verschoben auf Freitag")

    hand.click(row_of(page, "Abendchor").get_by_role("link", name="Abendchor"), goes=True)
    hand.click(page.get_by_role("link", name="Termin hinzufügen"), goes=True)
    hand.enter(page.locator("[name=day]"), (next_thursday() + timedelta(days=2)).isoformat())
    hand.enter(page.locator("[name=starts]"), "10:00")
    hand.click(page.get_by_role("button", name="Hinzufügen"), goes=True)
    counts["add a date"] = hand.counted()
    expect(page.locator("main")).to_contain_text("ab 10 Uhr")

    later = page.locator(".desk-date", has=page.get_by_role("link", name="Ab diesem Termin ändern")).nth(2)
    hand.click(later.get_by_role("link", name="Ab diesem Termin ändern"), goes=True)
    hand.enter(page.locator("[name=starts]"), "17:00")
    hand.enter(page.locator("[name=ends]"), "19:00")
    hand.click(page.get_by_role("button", name="Ändern und veröffentlichen"), goes=True)
    counts["change from a date on"] = hand.counted()
    expect(page.locator("main")).to_contain_text("Jeden Donnerstag, 17–19 Uhr")

    print("clicks and keys:", counts)
    record_property("clicks and keys", str(counts))
    assert counts["cancel a date"] == (3, 0)
    assert counts["undo"] == (1, 0)
    assert all(clicks <= 9 for clicks, _keys in counts.values())


def test_a_date_is_cancelled_and_taken_back_by_keyboard_alone(desk):
    page, hand = desk.page, Hand(desk.page)
    make_series(desk, hand, "Tastentreff")
    page.goto(f"{desk.site.url}/admin/events/soon/")
    row = row_of(page, "Tastentreff")

    tab_to(page, row.locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, row.get_by_role("button", name="Krankheit"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(row_of(page, "Tastentreff")).to_contain_text("Fällt aus (Krankheit)")

    tab_to(page, page.locator(".messages").get_by_role("button", name="Rückgängig"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(row_of(page, "Tastentreff")).to_contain_text(
        re.compile("18:15–20 Uhr Tastentreff(?!.*Krankheit\\))")
    )
