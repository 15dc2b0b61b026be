import pytest
from wagtail.models import Locale, Site

from pages.centre.models import Centre
from pages.home.models import HomePage
from tests.make.centre import centre


@pytest.fixture
def turkish_home(home):
    turkish = Locale.objects.create(language_code="tr")
    page = home.copy_for_translation(turkish)
    page.save_revision().publish()
    return HomePage.objects.get(pk=page.pk)


def test_the_bare_address_leads_to_the_german_home_page(client, home):
    answer = client.get("/")

    assert answer.status_code == 302
    assert answer.url == "/de/"
    assert "Accept-Language" in answer["Vary"]


@pytest.mark.parametrize(
    ("wish", "goal"),
    [
        ("tr", "/tr/"),
        ("tr-TR,de;q=0.5", "/tr/"),
        ("ar,tr;q=0.4", "/tr/"),
        ("ar", "/de/"),
        ("xx-;;q=abc", "/de/"),
    ],
)
def test_the_browsers_language_proposes_one_that_the_house_speaks(client, turkish_home, wish, goal):
    centre(languages=["tr", "uk"])

    assert client.get("/", headers={"Accept-Language": wish}).url == goal


def test_a_home_page_that_is_not_translated_opens_within_the_frame_of_the_language(client, turkish_home):
    turkish_home.unpublish()

    answer = client.get("/", headers={"Accept-Language": "tr"}, follow=True)

    assert answer.redirect_chain == [("/tr/", 302)]
    assert '<html lang="tr"' in answer.content.decode()


def test_machines_are_told_where_the_pages_are_and_what_to_leave_alone(client, home):
    words = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in words
    assert "Sitemap: http://testserver/sitemap.xml" in words


def test_who_finds_a_weakness_is_told_whom_to_write_to(client, home):
    centre = Centre.for_site(home.get_site())
    centre.mail = "haus@park.example"
    centre.save()

    words = client.get("/.well-known/security.txt").content.decode()

    assert "Contact: mailto:haus@park.example" in words
    assert "Expires: 20" in words


def test_without_an_address_there_is_nobody_to_name(client, home):
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("path", "code"),
    [("/", 404), ("/robots.txt", 200), ("/sitemap.xml", 200), ("/.well-known/security.txt", 404)],
)
def test_a_house_without_a_site_says_that_there_is_nothing_yet(client, home, path, code):
    Site.objects.all().delete()

    assert client.get(path, follow=True).status_code == code
