import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction

from pages.partners.models import Kind
from tests.make.bricks import words
from tests.make.editing import editor, filled
from tests.make.partners import area, directory, funder, funding, partner, service
from tests.make.pictures import picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


@pytest.fixture
def partners(home):
    return directory(home)


def main(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser").main


@time_machine.travel("2026-11-25 12:00+01:00")
def test_the_facts_stand_on_the_page_in_words(client, partners):
    facts = {"kind": Kind.COOPERATION, "first_day": "2019-03-01", "contact_name": "Kim Weber"}
    ways = {"phone": "030 1234567", "mail": "kim@linde.example", "link": "https://www.linde.example/haus/"}
    page = partner(partners, "Stiftung Linde", **facts, **ways)

    soup = main(client, page)

    said = words(soup)
    for text in ("Kooperationspartner", "seit März 2019", "Kim Weber", "Stiftung Linde (linde.example)"):
        assert text in said
    assert [link["href"] for link in soup.select(".glance a")] == [
        "https://www.linde.example/haus/",
        "tel:0301234567",
        "mailto:kim@linde.example",
    ]


def test_the_logo_says_what_it_is(client, partners):
    page = partner(partners, logo=picture(alt="Logo: eine Linde"))
    other = partner(partners, "Chor", logo=picture(alt=""))

    assert main(client, page).select_one(".logo-wall__logo img")["alt"] == "Logo: eine Linde"
    assert main(client, other).select_one(".logo-wall__logo img")["alt"] == "Chor"


@time_machine.travel("2026-04-01 00:30+02:00")
def test_on_the_day_after_the_last_it_is_a_former_partner(client, partners):
    page = partner(partners, first_day="2019-03-01", last_day="2026-03-31")

    said = words(main(client, page))

    assert "War einmal Kooperationspartner" in said
    assert "bis März 2026" in said
    assert "2019" not in said


@time_machine.travel("2026-03-31 23:30+02:00")
def test_on_its_last_day_it_is_a_partner_still(client, partners):
    page = partner(partners, last_day="2026-03-31")

    assert "War einmal" not in words(main(client, page))


def test_it_lists_the_services_that_it_runs(client, home, partners):
    page = partner(partners)
    mine = service(area(home), "Nähcafé", partner=page, summary="Nadeln sind da.")
    service(area(home, "Mehr"), "Schuldnerberatung", partner=partner(partners, "Chor"))

    listing = main(client, page).select_one(".listing")

    assert words(listing) == "Was sie hier anbieten Nähcafé Nadeln sind da."
    assert listing.a["href"] == mine.url


def hidden(page):
    page.unpublish()


def closed(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [hidden, closed])
def test_it_lists_no_service_that_is_not_for_everybody(client, home, partners, hide):
    page = partner(partners)
    secret = service(area(home), "Marderhund", partner=page)
    funding(secret, page)
    hide(secret)

    assert "Marderhund" not in client.get(page.url).content.decode()


def test_a_partner_in_a_draft_lists_nothing(client, home, partners):
    page = partner(partners)
    draft = service(area(home), "Marderhund")
    draft.partner = page
    draft.save_revision()

    assert "Marderhund" not in client.get(page.url).content.decode()


@time_machine.travel("2026-11-25 12:00+01:00")
def test_it_lists_what_it_pays_for_today(client, home, partners):
    page = funder(partners)
    place = area(home)
    for title, first, last in [
        ("Nähcafé", None, None),
        ("Chor", "2026-11-25", "2026-11-25"),
        ("Vorbei", None, "2026-11-24"),
        ("Bald", "2026-11-26", None),
    ]:
        funding(service(place, title), page, first, last)

    listed = [words(link) for link in main(client, page).select(".listing__title")]

    assert listed == ["Chor", "Nähcafé"]


def test_a_translation_finds_the_same_services_and_facts(client, home, partners):
    english = Locale.objects.create(language_code="en")
    page = partner(partners, phone="030 1111111")
    sewing = service(area(home), "Nähcafé", partner=page)
    for each in (home, partners, page, sewing.get_parent(), sewing):
        each.specific.copy_for_translation(english, copy_parents=True)
    for each in (home, partners, page):
        each.get_translation(english).specific.save_revision().publish()
    page.phone = "030 2222222"
    page.save_revision().publish()

    said = words(main(client, page.get_translation(english).specific))
    assert "Nähcafé" in said
    assert "030 2222222" in said

    translated = sewing.get_translation(english).specific
    translated.title = "Sewing"
    translated.save_revision().publish()
    translated.get_parent().specific.save_revision().publish()
    assert "Sewing" in words(main(client, page.get_translation(english).specific))


def test_the_number_of_queries_does_not_grow(client, home, partners, django_assert_max_num_queries):
    page, place = partner(partners), area(home)
    service(place, "Nähcafé", partner=page)
    client.get(page.url)
    with django_assert_max_num_queries(25) as few:
        client.get(page.url)
    for number in range(12):
        funding(service(place, f"Kurs {number}", partner=page), page)

    with django_assert_max_num_queries(len(few)):
        html = client.get(page.url).content.decode()
    assert "Kurs 11" in html


FAULTS = {
    "the end before the beginning": (
        {"first_day": "02.01.2026", "last_day": "01.01.2026"},
        "Das liegt vor dem Beginn.",
    ),
    "a funder of whom nothing would appear": ({"kind": "funder"}, "Logo oder den Wortlaut"),
    "a wording with a blank": ({"duty_text_de": "Gefördert von [[Name]]"}, "doppelte Klammern"),
    "an address that is none of the web": ({"link": "ftp://linde.example/"}, "Webadressen beginnen mit"),
}


@pytest.mark.parametrize(("facts", "words"), FAULTS.values(), ids=FAULTS)
def test_what_readers_would_stumble_over_is_not_published_but_may_wait(client, partners, facts, words):
    page = partner(partners)
    client.force_login(editor())
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = filled(client.get(address).content, **{"action-publish": "1"}, **facts)

    refused = client.post(address, form)
    kept = client.post(address, {name: value for name, value in form.items() if name != "action-publish"})

    assert words in str(refused.context["form"].errors)
    assert kept.status_code == 302
    page.refresh_from_db()
    assert not page.first_day
    assert page.kind == Kind.COOPERATION


FUNDINGS = {
    "its end before its beginning": ("2026-02-01", "2026-01-31", "Das liegt vor dem Beginn."),
    "after the funder has ended": ("2027-01-01", None, "zahlt der Förderer schon nicht mehr"),
    "before the funder begins": (None, "2024-12-31", "zahlt erst später"),
}


@pytest.mark.parametrize(("first", "last", "words"), FUNDINGS.values(), ids=FUNDINGS)
def test_a_funding_that_cannot_be_is_told_so(home, partners, first, last, words):
    made = funding(home, funder(partners, first_day="2025-01-01", last_day="2026-12-31"), first, last)

    with pytest.raises(Exception, match=words):
        made.full_clean()
