"""The report over the site: which pages, what is said of them, and that it stays cheap."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission

from pages.easy.checking import note_check
from quartier.plainly import noting, reports
from quartier.plainly.models import Reading
from tests.make.easy import explained
from tests.make.editing import editor, volunteer
from tests.make.pages import plain_page

REPORT = "/admin/reports/plainly/"


def rows(client, **query):
    html = BeautifulSoup(client.get(REPORT, query).content, "html.parser")
    return {row.select_one("a").text.strip(): row.text for row in html.select("table tbody tr")}


def test_pages_in_leichte_sprache_are_listed_with_their_counts_and_scores(client, easy_page):
    client.force_login(editor())

    listed = rows(client)

    assert "Unser Haus" in listed
    assert "Grundschule" in listed["Unser Haus"]
    reading = Reading.objects.get(page=easy_page)
    assert (reading.errors, reading.hints) == (1, 1)


def test_german_pages_are_listed_when_they_are_asked_for(client, easy_page, home):
    plain_page(home, "Impressum")
    client.force_login(editor())

    assert "Impressum" not in rows(client)
    assert "Impressum" in rows(client, language="de")
    assert "Unser Haus" not in rows(client, language="de")


def test_the_hardest_page_stands_first(client, easy_page, easy_home):
    worse = "<p>Die Tür wird geöffnet.</p><p>Das Haus wird gebaut.</p>"
    plain_page(easy_home, "Schwer", locale=easy_home.locale, body=[("text", worse)])
    client.force_login(editor())

    assert list(rows(client))[:2] == ["Schwer", "Unser Haus"]


def test_a_change_that_is_published_is_read_again_and_a_draft_is_not(client, easy_page):
    client.force_login(editor())
    rows(client)

    easy_page.body = []
    easy_page.save_revision()
    rows(client)
    before = Reading.objects.get(page=easy_page).errors
    easy_page.get_latest_revision().publish()
    rows(client)

    assert (before, Reading.objects.get(page=easy_page).errors) == (1, 0)


def test_a_check_and_an_explained_word_are_counted_at_once(client, easy_home):
    text = [("text", "<p>Die Partizipation ist gut.</p>")]
    page = plain_page(easy_home, "Haus", locale=easy_home.locale, body=text)
    client.force_login(editor())
    rows(client)
    before = Reading.objects.get(page=page)

    note_check(page, "Lebenshilfe", date(2026, 11, 24))
    explained("Partizipation", "Alle dürfen mit-reden.")
    rows(client)

    after = Reading.objects.get(page=page)
    assert (before.hints, after.hints) == (2, 0)


def test_with_other_rules_all_pages_are_read_again(client, easy_page):
    client.force_login(editor())
    rows(client)
    Reading.objects.update(rules="older", errors=99)

    rows(client)

    assert Reading.objects.get(page=easy_page).errors == 1


def test_only_some_pages_are_read_at_once_and_the_others_are_counted(client, easy_page, monkeypatch):
    monkeypatch.setattr(reports, "READ_AT_ONCE", 1)
    client.force_login(editor())

    first, second = client.get(REPORT).content.decode(), client.get(REPORT).content.decode()

    assert "Eine Seite ist noch nicht gelesen" in first
    assert "noch nicht gelesen" not in second


def test_drafts_and_pages_of_others_are_not_in_it(client, easy_page, easy_home):
    plain_page(easy_home, "Entwurf", locale=easy_home.locale, live=False)
    reader = volunteer()
    client.force_login(reader)
    seen = rows(client)
    GroupPagePermission.objects.filter(group__user=reader).delete()

    assert "Entwurf" not in seen
    assert client.get(REPORT).status_code in (302, 403)


@pytest.mark.parametrize(
    "query", ["language=xx", "language=de&language=ar", "p=0", "p=1e308", "language=%00"]
)
def test_nonsense_in_the_address_is_no_fault(client, easy_page, query):
    client.force_login(editor())

    assert client.get(f"{REPORT}?{query}").status_code in (200, 400, 404)


def test_the_report_asks_as_much_for_many_pages_as_for_few(client, easy_page, easy_home):
    client.force_login(editor())
    few = _queries(client)

    for number in range(5):
        plain_page(easy_home, f"Seite {number}", locale=easy_home.locale)
    noting.note(reports.Page.objects.filter(locale=easy_home.locale), 99)

    assert _queries(client) <= few


def _queries(client):
    client.get(REPORT)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(REPORT)
    return len(queries)
