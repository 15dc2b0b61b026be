import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page, PageViewRestriction

from pages.announcements.models import AnnouncementPage
from pages.newsletters.contents import in_words, sections
from tests.make.events import change, event, line
from tests.make.newsletters import issue, letter
from tests.make.pages import plain_page
from tests.make.services import service
from tests.make.translations import draft_in, translated

DECEMBER = {"first": "2026-12-01", "last": "2026-12-31"}
pytestmark = pytest.mark.usefixtures("clock")


def told(made):
    """Title of each part with the titles in it, or the bricks that somebody stacked."""
    found = sections(made, timezone.now())
    return [
        (part.title, [entry.page.title for entry in part.entries])
        if part.entries
        else [child.block_type for child in part.bricks]
        for part in found
    ]


def only(made):
    """The only entry of an issue."""
    ((entry,),) = [part.entries for part in sections(made, timezone.now())]
    return entry


def days(entry):
    return [f"{date.starts:%d.%m.}" for date in entry.dates]


def test_chosen_pages_stand_in_their_order_each_below_the_title_of_its_kind(home, index, dates, offers, news):
    water = news.add_child(instance=AnnouncementPage(title="Kein Wasser"))
    about = [
        plain_page(home, title="Über uns"),
        event(dates, "Kochen"),
        service(offers, "Beratung"),
        event(dates, "Nähen"),
        water,
    ]

    made = issue(index, about=about, **DECEMBER)

    assert told(made) == [
        ("Neuigkeiten", ["Kein Wasser"]),
        ("Das kommt", ["Kochen", "Nähen"]),
        ("Unsere Angebote", ["Beratung"]),
        ("Auch lesenswert", ["Über uns"]),
    ]


def test_a_section_stands_where_its_brick_stands_under_the_title_given_there(index, dates, offers):
    about = [event(dates, "Kochen"), service(offers, "Beratung")]
    body = [("text", "<p>Hallo!</p>"), "services", ("text", "<p>Und:</p>"), ("events", {"title": "Feiern"})]

    made = issue(index, about=about, body=body, **DECEMBER)

    assert told(made) == [["text"], ("Unsere Angebote", ["Beratung"]), ["text"], ("Feiern", ["Kochen"])]


def test_a_section_that_is_placed_twice_is_told_once(index, dates):
    made = issue(index, about=[event(dates, "Kochen")], body=["events", ("text", "<p>Hallo!</p>"), "events"])

    assert told(made) == [("Das kommt", ["Kochen"]), ["text"]]


def test_what_is_not_ticked_or_stands_there_twice_is_not_told_again(index, dates):
    cooking, sewing = event(dates, "Kochen"), event(dates, "Nähen")

    made = issue(index, about=[cooking, (sewing, {"is_in": False}), cooking])

    assert told(made) == [("Das kommt", ["Kochen"])]


def test_it_tells_the_dates_of_its_period_with_what_became_of_them(index, dates):
    sewing = event(dates, "Nähen", lines=[line("2026-11-05", frequency="weekly")])
    change(sewing, "2026-12-10 18:15", is_cancelled=True)

    entry = only(issue(index, about=[sewing], **DECEMBER))

    assert days(entry) == ["03.12.", "10.12.", "17.12.", "24.12.", "31.12."]
    assert [date.state for date in entry.dates][:3] == ["scheduled", "cancelled", "scheduled"]


def test_an_event_of_another_month_is_told_with_its_next_dates(index, dates):
    festival = event(dates, "Sommerfest", lines=[line("2027-06-05")])

    entry = only(issue(index, about=[festival], **DECEMBER))

    assert days(entry) == ["05.06."]


def test_without_a_period_the_next_dates_are_told(index, dates):
    sewing = event(dates, "Nähen", lines=[line("2026-11-05", frequency="weekly")])

    assert days(only(issue(index, about=[sewing]))) == ["26.11.", "03.12.", "10.12."]


def test_what_changes_after_it_was_chosen_is_told_as_it_is_now(index, dates):
    sewing = event(dates, "Nähen", lines=[line("2026-12-03")])
    made = issue(index, about=[sewing], **DECEMBER)

    change(sewing, "2026-12-03 18:15", is_cancelled=True)
    sewing.title = "Nähcafé"
    sewing.save()

    entry = only(made)
    assert (entry.page.title, [date.state for date in entry.dates]) == ("Nähcafé", ["cancelled"])


def test_nothing_is_told_of_what_not_everybody_may_read(home, index, dates):
    public, draft = event(dates, "Kochen"), event(dates, "Geheim")
    closed, gone = plain_page(home, title="Nur für uns"), plain_page(home, title="Weg")
    made = issue(index, about=[public, draft, closed, gone])

    draft.unpublish()
    PageViewRestriction.objects.create(page=closed.page_ptr, restriction_type="login")
    gone.delete()

    assert told(type(made).objects.get(pk=made.pk)) == [("Das kommt", ["Kochen"])]


def test_a_kept_draft_survives_that_a_page_in_it_is_deleted(home, index, dates):
    gone = plain_page(home, title="Weg")
    made = issue(index, about=[event(dates, "Kochen"), gone])
    made.save_revision()

    gone.delete()

    assert told(made.get_latest_revision_as_object()) == [("Das kommt", ["Kochen"])]


def test_the_shorter_text_stands_in_place_of_the_summary(index, dates):
    made = event(dates, "Nähen", summary="Jede Woche mit Tee.")

    assert only(issue(index, "Eins", [made])).text == "Jede Woche mit Tee."
    assert only(issue(index, "Zwei", [(made, {"short": {"de": "Mit Tee."}})])).text == "Mit Tee."


def test_a_summary_in_the_language_of_the_reader_comes_before_a_shorter_text_in_another(index, dates):
    sewing = event(dates, "Nähen", summary="Jede Woche mit Tee.")
    cooking = event(dates, "Kochen", summary="Zusammen.")
    translated(sewing, "en", title="Sewing", summary="Every week, with tea.")
    short = {"short": {"de": "Kurz."}}
    made = issue(index, about=[(sewing, short), (cooking, short)])

    with override("en"):
        ((english, german),) = [part.entries for part in sections(made, timezone.now())]

    assert (english.page.title, english.text, english.language) == ("Sewing", "Every week, with tea.", "")
    assert (german.page.title, german.page.foreign, german.text, german.language) == (
        "Kochen",
        "de",
        "Kurz.",
        "de",
    )


def test_a_translation_tells_what_the_original_tells_and_generated_titles_in_its_language(index, dates):
    made = issue(index, about=[event(dates, "Kochen")], body=[("text", "<p>Hallo!</p>"), "events"])
    english = translated(made, "en", title="Newsletter", body=letter(("text", "<p>Hello!</p>")))

    with override("en"):
        from_german, from_english = sections(made, timezone.now()), sections(english, timezone.now())

    for bricks, part in (from_german, from_english):
        assert (str(bricks.bricks[0].value), bricks.language) == ("<p>Hello!</p>", "")
        assert (part.title, part.entries[0].page.foreign) == ("Coming up", "de")


def test_what_is_not_translated_is_told_in_its_own_language(index, dates):
    made = issue(index, body=[("text", "<p>Hallo!</p>")])
    draft_in("en", made)

    with override("en"):
        (bricks,) = sections(made, timezone.now())
        words = in_words(made)

    assert (bricks.language, words.title, words.foreign) == ("de", "Newsletter Dezember", "de")


def test_forty_entries_cost_as_many_queries_as_one(home, index, dates, offers):
    few = issue(index, "Wenig", [event(dates, "Kochen"), service(offers, "Beratung"), plain_page(home)])
    about = [
        event(dates, f"Abend {number}", lines=[line("2026-12-03", frequency="weekly")])
        for number in range(30)
    ]
    about += [service(offers, f"Angebot {number}") for number in range(9)] + [plain_page(home, title="Wir")]
    many = issue(index, "Viel", about, **DECEMBER)

    assert _queries(many) <= _queries(few) <= 12


def _queries(made):
    made = type(made).objects.select_related("locale").get(pk=made.pk)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = sections(made, timezone.now())
        assert all(entry.page.title and entry.page.url for part in found for entry in part.entries)
    return len(queries)


def test_a_page_without_a_kind_of_its_own_is_told_of_by_its_title(home, index):
    made = issue(index, about=[home])

    entry = only(made)

    assert (entry.kind, entry.page.title) == ("pages", "Haus am Park")
    assert isinstance(entry.page, Page)
