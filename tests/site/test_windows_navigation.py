import re

import pytest
from wagtail.models import Locale, Page, PageViewRestriction

from pages.centre.models import Centre, FooterLink
from pages.home.models import HomePage
from pages.wording import Wording
from tests.make.centre import centre
from tests.make.pages import plain_page


@pytest.fixture
def sewing(home):
    """Home > Angebote > Nähcafé."""
    offers = plain_page(home, "Angebote", show_in_menus=True)
    return plain_page(offers, "Nähcafé")


def read(client, page):
    return client.get(page.url).content.decode()


def nav(html, label):
    """What stands in the first navigation of that name, as its links' texts."""
    found = re.search(rf'<nav[^>]*aria-label(?:ledby)?="{label}".*?</nav>', html, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


def test_breadcrumbs_lead_from_the_home_page_to_the_page_itself(client, sewing):
    html = read(client, sewing)

    assert nav(html, "Sie sind hier") == "Startseite Angebote Nähcafé"
    assert '<span aria-current="page">Nähcafé</span>' in html


def test_the_home_page_needs_no_breadcrumbs(client, home):
    assert nav(read(client, home), "Sie sind hier") == ""


def test_breadcrumbs_leave_out_a_page_that_is_not_published(client, sewing):
    sewing.get_parent().unpublish()

    assert nav(read(client, sewing), "Sie sind hier") == "Startseite Nähcafé"


def test_the_menu_marks_the_section_one_is_in(client, home, sewing):
    plain_page(home, "Kontakt", show_in_menus=True)

    html = read(client, sewing)

    assert nav(html, "Hauptmenü") == "Angebote Kontakt"
    assert re.search(r'href="/de/angebote/" aria-current="true"', html)
    assert 'href="/de/kontakt/" aria-current' not in html


def test_the_menu_marks_the_very_page_as_such(client, sewing):
    assert 'href="/de/angebote/" aria-current="page"' in read(client, sewing.get_parent())


def test_the_menu_holds_neither_drafts_nor_pages_that_are_not_meant_for_it(client, home):
    plain_page(home, "Entwurf", show_in_menus=True, live=False)
    plain_page(home, "Impressum")
    secret = plain_page(home, "Intern", show_in_menus=True)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")

    assert nav(read(client, home), "Hauptmenü") == ""


def test_a_page_lists_the_pages_below_it(client, sewing):
    plain_page(sewing.get_parent(), "Sprachcafé")

    assert nav(read(client, sewing.get_parent()), "in-this-area") == "In diesem Bereich Nähcafé Sprachcafé"


def test_a_page_without_pages_below_lists_those_beside_it(client, sewing):
    plain_page(sewing.get_parent(), "Sprachcafé")
    plain_page(sewing.get_parent(), "Entwurf", live=False)

    html = read(client, sewing)

    assert nav(html, "in-this-area") == "In diesem Bereich Nähcafé Sprachcafé"


def test_a_lone_page_of_the_first_level_has_no_list_beside_it(client, home):
    plain_page(home, "Kontakt")

    assert nav(read(client, plain_page(home, "Impressum")), "in-this-area") == ""


def test_a_site_in_one_language_shows_no_languages(client, home):
    centre(languages=[])

    assert nav(read(client, home), "Sprachen") == ""


def test_languages_are_named_in_themselves_and_leichte_sprache_comes_first(client, home):
    centre(languages=["ar", "de-simple"])

    html = read(client, home)

    assert nav(html, "Sprachen") == "Leichte Sprache Deutsch العربية"
    assert 'href="/ar/" hreflang="ar" lang="ar" dir="rtl"' in html
    assert 'href="/de/" hreflang="de" lang="de" dir="ltr" aria-current="true"' in html


def test_an_arabic_page_reads_from_right_to_left(client, home):
    locale = Locale.objects.create(language_code="ar")
    home.copy_for_translation(locale)
    HomePage.objects.filter(locale=locale).update(live=True)

    assert '<html lang="ar" dir="rtl">' in client.get("/ar/").content.decode()


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_site(
    client, sewing, django_assert_max_num_queries
):
    for number in range(12):
        plain_page(sewing.get_parent(), f"Gruppe {number}", show_in_menus=True)
        plain_page(sewing.get_parent().get_parent(), f"Seite {number}", show_in_menus=True)
    read(client, sewing)

    with django_assert_max_num_queries(20):
        read(client, sewing)


def test_the_home_page_asks_the_database_little(client, home, django_assert_max_num_queries):
    for number in range(12):
        plain_page(home, f"Seite {number}", show_in_menus=True)
    read(client, home)

    with django_assert_max_num_queries(20):
        read(client, home)


def test_the_links_at_the_foot_lead_to_published_pages_under_a_name_of_their_own(client, home):
    centre = Centre.for_site(home.get_site())
    for page, label in [
        (plain_page(home, "Impressum"), {}),
        (plain_page(home, "Erklärung zur Barrierefreiheit", slug="zugang"), {"de": "Barrierefreiheit"}),
        (plain_page(home, "Entwurf", live=False), {}),
    ]:
        FooterLink.objects.create(centre=centre, page=page, label=Wording(label))

    foot = read(client, home).split('<footer class="site-footer"')[1]

    assert re.findall(r'href="(/de/\w+/)">([^<]+)<', foot) == [
        ("/de/impressum/", "Impressum"),
        ("/de/zugang/", "Barrierefreiheit"),
    ]


def test_a_link_at_the_foot_leads_to_the_page_in_the_readers_language(client, home):
    arabic = Locale.objects.create(language_code="ar")
    imprint, privacy = plain_page(home, "Impressum"), plain_page(home, "Datenschutz")
    copy = imprint.copy_for_translation(arabic, copy_parents=True)
    Page.objects.filter(pk=copy.pk).update(live=True, title="بيانات النشر")
    HomePage.objects.filter(locale=arabic).update(live=True)
    for page in (imprint, privacy):
        FooterLink.objects.create(centre=Centre.for_site(home.get_site()), page=page)

    foot = client.get("/ar/").content.decode().split('<footer class="site-footer"')[1]

    assert 'href="/ar/impressum/">بيانات النشر</a>' in foot
    assert 'href="/ar/datenschutz/" lang="de" dir="ltr">Datenschutz</a>' in foot
