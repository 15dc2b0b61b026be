import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction

from pages.partners.models import Kind
from tests.make.bricks import words
from tests.make.editing import editor, filled
from tests.make.pages import plain_page
from tests.make.partners import directory, funder, funding, partner
from tests.make.pictures import picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def read(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def on_the_page(soup):
    section = soup.select_one("main .funding")
    return words(section) if section else ""


def in_the_foot(soup):
    section = soup.select_one("footer [aria-labelledby=footer-funders]")
    return words(section) if section else ""


DAYS = {
    "the evening before": ("2025-12-31 23:59+01:00", False),
    "the first minute": ("2026-01-01 00:00+01:00", True),
    "the last minute, in summer": ("2026-06-30 23:59+02:00", True),
    "the minute after": ("2026-07-01 00:00+02:00", False),
}


@pytest.mark.parametrize(("now", "is_shown"), DAYS.values(), ids=DAYS)
def test_a_funder_appears_on_its_days_and_drops_out_by_itself(client, home, now, is_shown):
    page = plain_page(home)
    payer = funder(directory(home), "Land", first_day="2026-01-01", last_day="2026-06-30")
    funding(page, payer)

    with time_machine.travel(now, tick=False):
        soup = read(client, page.url)

    assert (bool(on_the_page(soup)), bool(in_the_foot(soup))) == (is_shown, is_shown)


@time_machine.travel("2026-11-25 12:00+01:00")
@pytest.mark.parametrize(
    ("first", "last", "is_shown"),
    [
        (None, "2026-11-24", False),
        ("2026-11-25", "2026-11-25", True),
        ("2026-11-26", None, False),
        (None, None, True),
    ],
)
def test_a_page_has_days_of_its_own(client, home, first, last, is_shown):
    page = plain_page(home)
    funding(page, funder(directory(home)), first, last)

    soup = read(client, page.url)

    assert on_the_page(soup) == ("Wer das bezahlt Gefördert vom Bezirksamt" if is_shown else "")
    assert in_the_foot(soup) == "Wer uns fördert Gefördert vom Bezirksamt"


def test_logo_and_wording_stand_together(client, home):
    page = plain_page(home)
    funding(page, funder(directory(home), logo=picture(alt="Berliner Bär")))

    section = read(client, page.url).select_one(".funding")

    assert section.img["alt"] == "Berliner Bär"
    assert "Gefördert vom Bezirksamt" in words(section)


def test_without_logo_and_wording_there_is_the_name(client, home):
    page = plain_page(home)
    funding(page, partner(directory(home), "Stiftung Linde"))

    assert on_the_page(read(client, page.url)) == "Wer das bezahlt Stiftung Linde"


def test_only_funders_stand_in_the_foot(client, home):
    partners = directory(home)
    partner(partners, "Chor", kind=Kind.COOPERATION, duty_text="Wir singen")

    assert in_the_foot(read(client, home.url)) == ""


def test_a_funder_that_is_not_for_everybody_is_not_told(client, home):
    partners, page = directory(home), plain_page(home)
    secret = funder(partners, "Marderhund", "Von Marderhund")
    funding(page, secret)
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    draft = funder(partners, "Waschbär", "Von Waschbär")
    draft.unpublish()
    funding(page, draft)

    html = client.get(page.url).content.decode()

    assert "Marderhund" not in html
    assert "Waschbär" not in html


def test_a_translation_has_the_funders_of_the_original(client, home):
    english = Locale.objects.create(language_code="en")
    page = plain_page(home)
    payer = funder(directory(home), duty_text={"de": "Gefördert vom Amt", "en": "Funded by the office"})
    for each in (home, page):
        each.copy_for_translation(english)
        each.get_translation(english).specific.save_revision().publish()
    funding(page, payer)

    soup = read(client, page.get_translation(english).specific.url)

    assert "Funded by the office" in on_the_page(soup)
    assert "Funded by the office" in in_the_foot(soup)


def test_a_preview_shows_the_fundings_of_the_draft(client, home):
    page, payer = plain_page(home), funder(directory(home))
    client.force_login(editor())
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    rows = {"fundings-TOTAL_FORMS": "1", "fundings-0-funder": payer.pk, "fundings-0-id": ""}
    form = filled(client.get(edit).content, **rows, **{"fundings-0-ORDER": "1"})
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    client.post(address, form)

    soup = BeautifulSoup(client.get(address).content, "html.parser")

    assert "Gefördert vom Bezirksamt" in on_the_page(soup)
    assert on_the_page(read(client, page.url)) == ""


def test_funders_cost_two_queries_however_many_there_are(client, home, django_assert_max_num_queries):
    partners, page = directory(home), plain_page(home)
    client.get(page.url)
    with django_assert_max_num_queries(25) as none:
        client.get(page.url)
    before, asked = len(none), [each["sql"] for each in none.captured_queries if "partners_" in each["sql"]]
    for number in range(7):
        payer = funder(partners, f"Amt {number}", f"Von Amt {number}", logo=picture(f"Logo {number}"))
        funding(page, payer)
    client.get(page.url)

    with django_assert_max_num_queries(before):
        html = client.get(page.url).content.decode()
    assert html.count("Von Amt 6") == 2
    assert len(asked) == 2


@pytest.mark.parametrize("address", ["/de/gibt-es-nicht/", "/de/suche/?q=haus"])
def test_answers_that_are_no_pages_have_them_in_the_foot(client, home, address):
    funder(directory(home))

    assert "Gefördert vom Bezirksamt" in in_the_foot(read(client, address))
