import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.newsletters.models import NewsletterPage
from tests.make.bricks import words
from tests.make.editing import filled
from tests.make.events import change, event, line
from tests.make.newsletters import issue
from tests.make.pages import plain_page
from tests.make.services import service
from tests.make.translations import draft_in

pytestmark = pytest.mark.usefixtures("clock")
DECEMBER = {"first": "2026-12-01", "last": "2026-12-31"}


def address(made):
    return reverse("wagtailadmin_pages:edit", args=[made.pk])


def form(desk, made):
    return desk.get(address(made)).content.decode()


def rows(html):
    return BeautifulSoup(html, "html.parser").select("#id_items-FORMS > [data-inline-panel-child]")


def kept(made):
    """Title, tick and shorter text of what the latest draft tells of, in its order."""
    draft = NewsletterPage.objects.get(pk=made.pk).get_latest_revision_as_object()
    items = sorted(draft.items.all(), key=lambda item: item.sort_order)
    return [(item.about.title, item.is_in, str(item.short)) for item in items]


def test_each_row_says_what_it_is_about_and_when(desk, index, dates, offers):
    sewing = event(dates, "Nähen", lines=[line("2026-12-03", frequency="weekly")])
    change(sewing, "2026-12-10 18:15", is_cancelled=True)
    made = issue(index, about=[sewing, service(offers, "Beratung")], **DECEMBER)

    first, second = map(words, rows(form(desk, made)))

    assert "Nähen Veranstaltung · Do, 3. Dez, 18:15 Uhr" in first
    assert "fällt aus" in first
    assert "3 weitere Termine" in first
    assert "Beratung Angebot" in second


def test_a_row_says_when_readers_will_not_get_to_see_it(desk, home, index):
    made = issue(index, about=[plain_page(home, title="Garten"), plain_page(home, title="Küche")])
    made.items.first().about.specific.unpublish()

    hidden, shown = map(words, rows(form(desk, made)))

    assert "nicht (mehr) für alle: wird ausgelassen" in hidden
    assert "ausgelassen" not in shown


def test_ticks_texts_and_order_are_kept_as_they_were_sent(desk, index, dates):
    made = issue(index, about=[event(dates, title) for title in ("Nähen", "Kochen", "Chor")])
    fields = filled(form(desk, made))

    changes = {"items-0-ORDER": "3", "items-1-ORDER": "1", "items-2-ORDER": "2"}
    desk.post(address(made), {**fields, **changes, "items-2-is_in": "", "items-0-short_de": "Mit Tee."})

    assert kept(made) == [("Kochen", True, ""), ("Chor", False, ""), ("Nähen", True, "Mit Tee.")]


def test_a_page_can_be_added_and_taken_out(desk, home, index, dates):
    made = issue(index, about=[event(dates, "Nähen")])
    garden = plain_page(home, title="Garten")
    new = {"items-TOTAL_FORMS": "2", "items-1-about": str(garden.pk), "items-1-is_in": "on", "items-1-id": ""}
    out = {"items-0-DELETE": "1", "items-1-ORDER": "2", "items-1-DELETE": ""}

    desk.post(address(made), {**filled(form(desk, made)), **new, **out})

    assert kept(made) == [("Garten", True, "")]


@pytest.mark.parametrize("about", ["", "999999", "\x00", "zwei", "-1", "1" * 40])
def test_a_row_without_a_page_is_refused_at_its_place(desk, index, dates, about):
    made = issue(index, about=[event(dates, "Nähen")])
    fields = {**filled(form(desk, made)), "items-0-about": about, "action-publish": "1"}

    answer = desk.post(address(made), fields)

    assert answer.status_code == 200
    assert BeautifulSoup(answer.content, "html.parser").select("#id_items-FORMS .error-message")


def test_a_period_that_ends_before_it_begins_is_refused_at_the_last_day(desk, index):
    made = issue(index, **DECEMBER)

    answer = desk.post(address(made), {**filled(form(desk, made)), "last_day": "2026-11-30"})

    assert answer.context["form"].errors["last_day"] == ["Dieser Tag liegt vor dem ersten."]


def test_a_period_of_years_is_refused(desk, index):
    made = issue(index, **DECEMBER)

    answer = desk.post(address(made), {**filled(form(desk, made)), "last_day": "9999-12-31"})

    assert "last_day" in answer.context["form"].errors


def test_subject_and_preview_text_say_how_long_is_long(desk, index):
    html = BeautifulSoup(form(desk, issue(index)), "html.parser")

    assert html.select_one("[name=subject]")["data-counted"] == "50"
    assert html.select_one("[name=preheader]")["data-counted"] == "90"
    assert "Bis zu 50 Zeichen sind überall zu sehen." in words(html)
    assert html.select('script[src$="desk/newsletter.js"]')


def test_forty_rows_cost_as_many_queries_as_two(desk, home, index, dates, offers):
    few = issue(index, "Wenig", about=[event(dates, "Nähen"), service(offers, "Beratung")], **DECEMBER)
    about = [
        event(dates, f"Abend {each}", lines=[line("2026-12-03", frequency="weekly")]) for each in range(20)
    ]
    about += [service(offers, f"Angebot {each}") for each in range(20)]
    many = issue(index, "Viel", about=about, **DECEMBER)
    form(desk, few)

    assert len(rows(form(desk, many))) == 40
    assert _queries(desk, many) <= _queries(desk, few) + 2


def _queries(desk, made):
    with CaptureQueriesContext(connection) as queries:
        form(desk, made)
    return len(queries)


def test_a_translation_has_texts_and_no_list(desk, index, dates):
    made = issue(index, about=[event(dates, "Nähen")], **DECEMBER)
    english = draft_in("en", made)

    html = form(desk, english)

    names = {field["name"] for field in BeautifulSoup(html, "html.parser").select("#page-edit-form [name]")}
    assert {"title", "subject", "preheader"} <= names
    assert not {"first_day", "items-TOTAL_FORMS", "for_topics"} & names
    assert "Nähen" in words(BeautifulSoup(html, "html.parser").select_one(".desk-languages"))
