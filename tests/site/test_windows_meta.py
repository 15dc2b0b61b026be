import json
import re
from datetime import time

import pytest
from wagtail.models import Locale

from pages.centre.models import Centre, OpeningHours, OpeningTime, Profile
from pages.wording import Wording
from tests.make.pages import plain_page


@pytest.fixture
def centre(home):
    """The settings of the centre, as they are after installing."""
    centre = Centre.for_site(home.get_site())
    centre.name = "Haus am Park"
    centre.save()
    return centre


def read(client, page, **query):
    return client.get(page.url, query).content.decode()


def title(html):
    return re.search(r"<title>(.*?)</title>", html, re.S)[1]


def structured(html):
    """What machines read, by kind."""
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1]
    return {str(each["@type"]): each for each in json.loads(text)["@graph"]}


def test_a_title_names_the_page_and_then_the_house(client, home, centre):
    assert title(read(client, plain_page(home, "Räume"))) == "Räume – Haus am Park"


def test_a_title_meant_for_search_engines_comes_first(client, home, centre):
    page = plain_page(home, "Räume", seo_title="Räume mieten")

    assert title(read(client, page)) == "Räume mieten – Haus am Park"


def test_the_home_page_names_the_house_once_and_what_it_stands_for(client, home, centre):
    centre.claim = Wording(de="Offen für alle")
    centre.save()

    assert title(read(client, home)) == "Haus am Park – Offen für alle"


def test_a_page_has_one_address_whatever_stands_behind_the_question_mark(client, home, settings):
    html = read(client, plain_page(home, "Räume"), seite="2")

    assert f'<link rel="canonical" href="{settings.SITE_URL}/de/raeume/">' in html


def test_search_engines_learn_the_whole_address_of_each_translation(client, home, settings):
    for code in ("tr", "de-simple"):
        home.copy_for_translation(Locale.objects.create(language_code=code)).save_revision().publish()

    html = read(client, home)

    assert re.findall(r'<link rel="alternate" hreflang="(.+?)" href="(.+?)">', html) == [
        ("de", f"{settings.SITE_URL}/de/"),
        ("tr", f"{settings.SITE_URL}/tr/"),
        ("x-default", f"{settings.SITE_URL}/de/"),
    ]


def test_a_page_has_exactly_one_main_heading(client, home):
    for page in (home, plain_page(home, "Räume")):
        assert read(client, page).count("<h1") == 1


def test_search_engines_get_the_summary_unless_there_is_something_better(client, home):
    page = plain_page(home, "Räume", summary="Vom Seminarraum bis zum Saal.")
    other = plain_page(home, "Saal", summary="Groß.", search_description="Ein Saal für 120 Menschen.")

    assert '<meta name="description" content="Vom Seminarraum bis zum Saal.">' in read(client, page)
    assert '<meta name="description" content="Ein Saal für 120 Menschen.">' in read(client, other)


def test_machines_learn_who_runs_the_site_and_where_it_is(client, home, centre):
    centre.street, centre.postal_code, centre.city = "Parkweg 1", "12345", "Berlin"
    centre.phone = "030 123456"
    centre.save()
    Profile.objects.create(centre=centre, name="Mastodon", url="https://social.example/@haus")
    house = OpeningHours.objects.create(name="Haus")
    OpeningTime.objects.create(hours=house, weekday=1, opens=time(9), closes=time(18, 30))

    found = structured(read(client, home))["['NGO', 'CivicStructure']"]

    assert found["name"] == "Haus am Park"
    assert found["telephone"] == "030 123456"
    assert found["address"]["streetAddress"] == "Parkweg 1"
    assert found["openingHours"] == ["Mo 09:00-18:30"]
    assert found["sameAs"] == ["https://social.example/@haus"]


def test_machines_learn_the_way_to_a_page(client, home, settings):
    page = plain_page(plain_page(home, "Angebote"), "Nähcafé")

    steps = structured(read(client, page))["BreadcrumbList"]["itemListElement"]

    assert [step["name"] for step in steps] == [home.title, "Angebote", "Nähcafé"]
    assert steps[-1]["item"] == f"{settings.SITE_URL}/de/angebote/naehcafe/"


def test_a_title_cannot_break_out_of_what_machines_read(client, home):
    page = plain_page(home, 'Kaffee & "</script><script>alert(1)</script>', slug="kaffee")

    html = read(client, page)

    assert "<script>alert" not in html
    assert structured(html)["BreadcrumbList"]["itemListElement"][-1]["name"] == page.title


def test_a_visitor_without_javascript_misses_nothing(client, home):
    html = read(client, plain_page(home, "Räume"))

    scripts = re.findall(r"<script(?! type=\"application/ld\+json\")[^>]*>", html)
    assert scripts == ['<script type="module" src="/static/js/aloud.js">']
    assert "data-aloud hidden" in html
    assert "style=" not in html
