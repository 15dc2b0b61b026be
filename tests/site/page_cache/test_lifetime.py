"""Every page is true for exactly as long as it says: one kept a second before is right at the moment."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.events.models import Change
from pages.partners.models import PartnerPage
from quartier.page_cache.lifetime import Lifetime, true_until
from tests.make.announcements import announcement, news
from tests.make.centre import closed, opening_hours
from tests.make.events import calendar, event, line
from tests.make.pages import plain_page
from tests.make.partners import directory, funder, funding, partner
from tests.make.volunteering import post, volunteering

THURSDAY = "2026-12-03"
FUNDED = "Gefördert vom Bezirksamt"


def at(clock, day=THURSDAY):
    return datetime.fromisoformat(f"{day} {clock}+01:00")


def an_event(home):
    event(calendar(home), "Nähcafé", slug="naehcafe", lines=[line(THURSDAY, "18:15", "20:00")])


def an_announcement(home, **fields):
    where = news(home)
    announcement(where, "Kein Wasser", shown="all", starts=at("10:00"), ends=at("12:30"), **fields)


def open_doors(home):
    opening_hours(times=[(4, "09:00", "18:00")])


def a_closed_friday(home):
    opening_hours(times=[(day, "09:00", "18:00") for day in range(1, 8)])
    closed("2026-12-04", "2026-12-04", "Betriebsausflug")


def funding_until_thursday(home):
    pays = funder(directory(home), "Bezirksamt")
    funding(plain_page(home, "Garten", slug="garten"), pays, last_day=THURSDAY)
    PartnerPage.objects.update(kind="cooperation")


def a_partner_until_thursday(home):
    partner(directory(home), "Stiftung Linde", slug="linde", last_day=THURSDAY)


def a_post_until_thursday(home):
    post(volunteering(home), "Vorlesen", slug="vorlesen", until=THURSDAY)


MOMENTS = [
    (an_event, "/de/veranstaltungen/naehcafe/", at("18:15"), "Läuft gerade"),
    (an_event, "/de/veranstaltungen/naehcafe/", at("20:00"), "Dieser Termin ist vorbei"),
    (an_event, "/de/", at("18:15"), "Läuft gerade"),
    (an_event, "/de/", at("00:00"), "Heute"),
    (an_announcement, "/de/", at("12:30"), "Kein Wasser"),
    (an_announcement, "/de/aktuelles/", at("12:30"), "Kein Wasser"),
    (open_doors, "/de/", at("09:00"), "Jetzt geöffnet"),
    (open_doors, "/de/", at("18:00"), "Jetzt geöffnet"),
    (a_closed_friday, "/de/", at("00:00", "2026-12-04"), "Heute geschlossen"),
    (funding_until_thursday, "/de/garten/", at("00:00", "2026-12-04"), FUNDED),
    (a_partner_until_thursday, "/de/partner/", at("00:00", "2026-12-04"), "Frühere Partner"),
    (a_post_until_thursday, "/de/ehrenamt/vorlesen/", at("00:00", "2026-12-04"), "war bis"),
]


@pytest.mark.parametrize(
    ("furnish", "address", "moment", "words"),
    MOMENTS,
    ids=[f"{m[0].__name__} {m[2]:%d %H:%M}" for m in MOMENTS],
)
def test_a_page_kept_a_second_before_is_right_at_the_moment(reader, home, furnish, address, moment, words):
    with time_machine.travel(moment - timedelta(hours=20), tick=False):
        furnish(home)

    with time_machine.travel(moment - timedelta(seconds=1), tick=False):
        before, again = reader.get(address).text, reader.get(address)
    with time_machine.travel(moment, tick=False):
        after = reader.get(address)

    assert (again.how, after.how) == ("hit", "miss")
    assert (words in before) != (words in after.text)


def test_the_clock_in_the_foyer_is_never_late(reader, home):
    calendar(home)
    with time_machine.travel(at("18:15:59"), tick=False):
        before = [reader.get("/de/veranstaltungen/foyer/") for _ in range(2)]
    with time_machine.travel(at("18:16:00"), tick=False):
        after = reader.get("/de/veranstaltungen/foyer/")

    assert ("18:15" in before[0].text, "18:16" in after.text) == (True, True)
    assert [answer.how for answer in (*before, after)] == ["miss", "hit", "miss"]


def test_what_was_changed_lately_leaves_its_feed_to_the_second(home):
    made = event(calendar(home))
    change = Change.objects.create(event=made.translation_key, original=at("18:15"), is_full=True)
    Change.objects.update(made_at=at("03:20") - timedelta(days=60))

    assert change.pk
    assert true_until(at("03:10")) == at("03:20")


@pytest.mark.parametrize("field", ["approved_go_live_at", "expire_at"])
def test_what_is_planned_by_editors_ends_what_is_true(home, field):
    page = plain_page(home)
    if field == "expire_at":
        type(page).objects.filter(pk=page.pk).update(expire_at=at("03:20"))
    else:
        page.save_revision(approved_go_live_at=at("03:20"))

    assert true_until(at("03:10")) == at("03:20")


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-12-03 10:00+00:00", "2026-12-03 23:00+00:00"),
        ("2026-07-03 10:00+00:00", "2026-07-03 22:00+00:00"),
        ("2026-03-29 00:30+00:00", "2026-03-29 01:00+00:00"),
        ("2026-03-29 10:00+00:00", "2026-03-29 22:00+00:00"),
        ("2026-10-24 22:30+00:00", "2026-10-25 00:00+00:00"),
        ("2026-10-25 00:10+00:00", "2026-10-25 01:00+00:00"),
        ("2026-10-25 10:00+00:00", "2026-10-25 23:00+00:00"),
    ],
)
def test_midnight_and_the_change_of_the_clocks_end_what_is_true(home, now, until):
    assert true_until(datetime.fromisoformat(now)) == datetime.fromisoformat(until)


@pytest.mark.parametrize("now", ["00:10", "00:40", "01:10", "01:40"])
def test_doors_that_open_in_the_hour_that_comes_twice_are_never_late(home, now):
    opening_hours(times=[(7, "02:30", "04:00")])
    moment = datetime.fromisoformat(f"2026-10-25 {now}+00:00")

    assert true_until(moment) - moment <= timedelta(minutes=30 if now != "01:40" else 80)


def test_nothing_is_asked_twice_before_something_changes(home, django_assert_num_queries):
    lifetime, now = Lifetime(), timezone.now().timestamp()
    until = lifetime.until("one", now)

    with django_assert_num_queries(0):
        assert lifetime.until("one", now + 0.001) == until


def test_how_long_pages_are_true_is_asked_as_often_however_much_there_is(home, django_assert_max_num_queries):
    where = calendar(home)
    for number in range(5):
        event(where, f"Treff {number}", lines=[line(frequency="weekly")])
        opening_hours(f"Teil {number}")

    with django_assert_max_num_queries(25):
        assert true_until(datetime(2026, 12, 3, 9, tzinfo=UTC))
