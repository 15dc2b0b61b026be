from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from pages.mailings.models import Mailing, Purpose
from pages.newsletters.filling import proposals, put_in
from pages.newsletters.models import NewsletterPage
from tests.make.announcements import announcement
from tests.make.events import change, event, line
from tests.make.newsletters import issue
from tests.make.pages import plain_page
from tests.make.services import service
from tests.make.translations import published
from tests.make.volunteering import post, volunteering

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def before(index, clock):
    """The issue of November, published on the 1st."""
    with time_machine.travel("2026-11-01 12:00+01:00"):
        return published(issue(index, "Newsletter November"))


def proposed(index, made=None):
    """Title, why, whether it is ticked."""
    found = proposals(index, made or NewsletterPage(), timezone.now())
    return [(each.page.title, each.why, each.is_ticked) for each in found]


def in_october(make, *args, **fields):
    with time_machine.travel("2026-10-05 12:00+01:00"):
        return published(make(*args, **fields))


def test_a_service_that_began_since_the_last_issue_is_new(index, before, offers):
    in_october(service, offers, "Beratung")
    published(service(offers, "Teestube"))

    assert proposed(index) == [("Teestube", "neu", True)]


def test_a_service_whose_facts_have_changed_is_proposed_with_what_has_changed(index, before, offers):
    page = in_october(service, offers, "Beratung", cost="free")

    published(page, cost="fixed", price=3)

    assert proposed(index) == [("Beratung", "neu: Preis", True)]


def test_a_time_that_is_another_is_a_change_and_one_that_was_only_saved_again_is_none(index, before, offers):
    moved = in_october(service, offers, "Beratung", times=[(1, "15:00", "18:00")])
    same = in_october(service, offers, "Teestube", times=[(2, "15:00", "18:00"), (3, "15:00", "18:00")])
    moved.times = [type(moved.times.first())(weekday=1, starts="16:00", ends="18:00")]

    published(moved)
    moved.save_revision().publish()
    published(same)

    assert proposed(index) == [("Beratung", "neu: Zeit", True)]


def test_a_corrected_word_and_what_waits_in_a_draft_are_no_news(index, before, offers):
    corrected = in_october(service, offers, "Beratung")
    drafted = in_october(service, offers, "Teestube", cost="free")

    published(corrected, summary="Ohne Tippfehler.")
    published(drafted, summary="Mit Tee.")
    drafted.cost = "donation"
    drafted.save_revision()

    assert proposed(index) == []


def test_what_was_changed_before_the_last_issue_was_told_then(index, offers):
    page = in_october(service, offers, "Beratung", cost="free")
    with time_machine.travel("2026-10-20 12:00+01:00"):
        published(page, cost="donation")
    with time_machine.travel("2026-11-01 12:00+01:00"):
        published(issue(index, "Newsletter November"))

    published(page, summary="Mit Tee.", cost="donation")

    assert proposed(index) == []


def test_an_issue_counts_from_the_day_on_which_it_was_sent(index, offers):
    with time_machine.travel("2026-10-01 12:00+01:00"):
        sent = published(issue(index, "Newsletter Oktober"))
    with time_machine.travel("2026-11-10 12:00+01:00"):
        published(service(offers, "Teestube"))
    Mailing.objects.create(
        page=sent.page_ptr, purpose=Purpose.ISSUE, name="Oktober", starts_at=timezone.now()
    )

    assert proposed(index) == []


def test_each_event_of_the_next_month_is_proposed_once_in_the_order_of_the_first_dates(index, before, dates):
    in_october(event, dates, "Nähen", lines=[line("2026-11-05", frequency="weekly")])
    in_october(event, dates, "Basar", lines=[line("2026-12-01")])
    in_october(event, dates, "November", lines=[line("2026-11-28")])
    in_october(event, dates, "Januar", lines=[line("2027-01-02")])

    assert proposed(index) == [("Basar", "", True), ("Nähen", "", True)]


def test_the_period_of_the_issue_decides_where_it_has_one(index, before, dates):
    in_october(event, dates, "Januar", lines=[line("2027-01-02")])
    made = NewsletterPage(first_day=date(2027, 1, 1))

    assert proposed(index, made) == [("Januar", "", True)]


def test_of_many_events_the_rare_ones_are_ticked(index, before, dates):
    for number in range(13):
        in_october(event, dates, f"Jede Woche {number}", lines=[line("2026-12-01", frequency="weekly")])
    in_october(event, dates, "Basar", lines=[line("2026-12-20")])

    found = proposed(index)

    assert (len(found), sum(is_ticked for *_, is_ticked in found)) == (14, 12)
    assert ("Basar", "", True) in found


def test_what_was_called_off_or_moved_lately_says_so(index, before, dates):
    off = in_october(event, dates, "Basar", lines=[line("2026-12-01"), line("2026-12-02")])
    moved = in_october(event, dates, "Chor", lines=[line("2026-12-03")])
    gone = in_october(event, dates, "Fest", lines=[line("2026-12-04")])

    change(off, "2026-12-01 18:15", is_cancelled=True)
    change(moved, "2026-12-03 18:15", starts="2026-12-03 19:00", ends="2026-12-03 20:00")
    change(gone, "2026-12-04 18:15", is_cancelled=True)

    assert proposed(index) == [
        ("Basar", "ein Termin fällt aus oder ist verschoben", True),
        ("Chor", "ein Termin ist verlegt", True),
        ("Fest", "ein Termin fällt aus oder ist verschoben", False),
    ]


def test_announcements_that_hold_and_posts_that_are_open_are_ticked_other_new_pages_not(
    home, index, before, news
):
    published(announcement(news, "Kein Wasser", hours=(-1, 48)))
    published(announcement(news, "Vorbei", hours=(-5, -1)))
    helping = in_october(volunteering, home)
    published(post(helping, "Vorlesen"))
    published(post(helping, "Vergeben", is_open=False))
    published(plain_page(home, title="Unser Garten"))

    found = {title: is_ticked for title, _why, is_ticked in proposed(index)}

    assert found == {"Kein Wasser": True, "Vorlesen": True, "Unser Garten": False}


def test_nothing_is_proposed_that_not_everybody_may_read(home, index, before, dates, offers):
    hidden = [event(dates, "Geheim"), service(offers, "Intern"), plain_page(home, title="Nur wir")]
    for page in hidden:
        published(page)
    published(event(dates, "Basar"))

    hidden[0].unpublish()
    for page in hidden[1:]:
        PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")

    assert [title for title, *_ in proposed(index)] == ["Basar"]


def test_what_the_issue_has_already_is_not_ticked_again(index, before, dates):
    sewing, cooking = event(dates, "Nähen"), event(dates, "Kochen")
    made = issue(index, about=[sewing, (cooking, {"is_in": False})])

    found = proposals(index, made, timezone.now())

    assert {each.page.title: (each.is_in, each.is_ticked) for each in found} == {
        "Nähen": (True, False),
        "Kochen": (False, False),
    }


def test_what_is_added_stands_at_the_end_and_nothing_else_is_touched(index, dates):
    sewing, cooking, choir = (event(dates, title) for title in ("Nähen", "Kochen", "Chor"))
    short = {"is_in": False, "short": {"de": "Mit Tee."}}
    made = issue(index, about=[(sewing, short), cooking])

    number = put_in(made, [choir.page_ptr, sewing.page_ptr, cooking.page_ptr], most=80)

    items = [(item.about.title, item.is_in, str(item.short)) for item in made.items.all()]
    assert number == 2
    assert items == [("Nähen", True, "Mit Tee."), ("Kochen", True, ""), ("Chor", True, "")]
    assert put_in(made, [choir.page_ptr], most=80) == 0


def test_a_full_list_takes_nothing_more(index, dates):
    made = issue(index, about=[event(dates, "Nähen")])

    assert put_in(made, [event(dates, "Kochen").page_ptr], most=1) == 0
    assert len(made.items.all()) == 1


def test_looking_costs_the_same_however_much_there_is(home, index, before, dates, offers, news):
    def fill(number):
        for each in range(number):
            published(event(dates, f"Abend {each}", lines=[line("2026-12-03", frequency="weekly")]))
            published(service(offers, f"Angebot {each}"))
            published(plain_page(home, title=f"Seite {each}"))
        return _queries(index)

    few, many = fill(1), fill(6)

    assert many <= few <= 30


def _queries(index):
    made = index.issues.first()
    index = type(index).objects.get(pk=index.pk)
    with CaptureQueriesContext(connection) as queries:
        assert all(
            each.page.title and each.short is not None for each in proposals(index, made, timezone.now())
        )
    return len(queries)


def test_pages_that_are_lists_are_never_news(home, index, before, dates, offers, news):
    for page in Page.objects.filter(depth__gt=1):
        published(page.specific)

    assert proposed(index) == []
