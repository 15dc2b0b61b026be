"""Languages are switched on and off by the centre: nothing is copied, nothing is lost, no address is dead."""

import time

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from pages.centre.models import Centre
from pages.standard.models import StandardPage
from tests.make.centre import centre
from tests.make.events import calendar, event
from tests.make.every_fact import translated
from tests.make.languages import locale
from tests.make.pages import plain_page


@pytest.fixture
def quiet(home):
    """A house that speaks nothing but German yet."""
    Centre.objects.update(languages=[])
    return home


@pytest.fixture
def party(home):
    """An event with its Arabic page, in a calendar with one."""
    page = event(calendar(home), "Sommerfest", slug="sommerfest")
    translated(page, "ar", title="عيد الصيف", slug="eid")
    return page


def page_like(page, number):
    """One more of the same, past the models: only that it is there matters."""
    path = Page._get_path(page.path[: -page.steplen], page.depth, number + 100)
    names = {"title": f"Seite {number}", "slug": f"seite-{number}", "url_path": f"/haus/seite-{number}/"}
    known = {"depth": page.depth, "content_type": page.content_type, "locale": page.locale}
    return Page(path=path, live=True, numchild=0, **names, **known)


def languages_on(client, address):
    bar = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return {link["hreflang"] for link in bar.select("nav a[hreflang]")}


def test_a_language_that_is_switched_on_is_there_at_once(client, quiet):
    plain_page(quiet, "Rat", slug="rat")
    before = Page.objects.count()

    centre(languages=["ar"])

    assert Locale.objects.filter(language_code="ar").exists()
    assert Page.objects.count() == before
    assert client.get("/ar/rat/").status_code == 200
    assert languages_on(client, "/de/rat/") >= {"de", "ar"}


def test_five_hundred_pages_make_it_no_slower(client, quiet):
    first = plain_page(quiet, "Seite")
    Page.objects.bulk_create([page_like(first, number) for number in range(500)])
    last = plain_page(quiet, "Letzte", slug="letzte")

    start = time.process_time()
    with CaptureQueriesContext(connection) as queries:
        centre(languages=["en", "tr", "ar", "uk", "de-simple"])
    spent = time.process_time() - start

    assert client.get(last.url.replace("/de/", "/uk/")).status_code == 200
    assert len(queries) < 60
    assert spent < 1


@pytest.mark.parametrize(
    ("asked", "original"),
    [
        ("/ar/", "/de/"),
        ("/ar/?q=1", "/de/?q=1"),
        ("/ar/veranstaltungen/?thema=fest", "/de/veranstaltungen/?thema=fest"),
        ("/ar/veranstaltungen/eid/", "/de/veranstaltungen/sommerfest/"),
        ("/ar/veranstaltungen/eid/2026-12-03-1815/", "/de/veranstaltungen/sommerfest/2026-12-03-1815/"),
        ("/ar/veranstaltungen/eid/kalender.ics", "/de/veranstaltungen/sommerfest/kalender.ics"),
        ("/ar/veranstaltungen/kalender.ics?kostenlos=1", "/de/veranstaltungen/kalender.ics?kostenlos=1"),
        ("/ar/veranstaltungen/feed.xml", "/de/veranstaltungen/feed.xml"),
    ],
)
def test_addresses_of_a_language_that_is_off_lead_to_the_original(client, party, asked, original):
    assert client.get(asked).status_code == 200

    centre(languages=["en"])

    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (302, original)
    assert client.get(original).status_code == 200


def test_who_subscribed_in_a_language_keeps_the_entries(client, party):
    def entries():
        answer = client.get("/ar/veranstaltungen/kalender.ics", follow=True)
        said = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return [line for line in said.decode().split("\r\n") if line.startswith(("UID:", "DTSTART;"))]

    before = entries()

    centre(languages=[])

    assert before
    assert entries() == before


def test_a_language_that_is_off_is_named_nowhere_and_keeps_its_texts(client, party):
    centre(languages=["en"])

    html = client.get("/de/veranstaltungen/sommerfest/").content.decode()
    assert languages_on(client, "/de/veranstaltungen/sommerfest/") <= {"de", "en"}
    assert 'hreflang="ar"' not in html
    assert "/ar/" not in html

    centre(languages=["en", "ar"])

    assert "عيد الصيف" in client.get("/ar/veranstaltungen/eid/").content.decode()


def test_a_page_that_is_at_home_in_a_language_that_is_off_is_read_in_the_house_s_own(client, home):
    top = translated(home, "ar")
    top.add_child(instance=StandardPage(title="مرحبا", slug="marhaba", locale=locale("ar")))
    assert client.get("/ar/marhaba/").status_code == 200
    assert client.get("/de/marhaba/").status_code == 200

    centre(languages=[])

    answer = client.get("/ar/marhaba/", follow=True)
    assert answer.redirect_chain == [("/de/marhaba/", 302)]
    assert "مرحبا" in answer.content.decode()


def test_the_slug_of_one_language_leads_on_in_all_others(client, party):
    answer = client.get("/uk/veranstaltungen/eid/", follow=True)

    assert answer.redirect_chain == [("/uk/veranstaltungen/sommerfest/", 302)]


def test_a_home_page_that_another_process_has_made_is_noticed(client, home):
    client.get("/de/")
    known = Site.get_site_root_paths()
    made = translated(home, "ar")
    page = made.add_child(instance=StandardPage(title="خياطة", slug="khiyata", locale=locale("ar")))

    cache.set(SITE_ROOT_PATHS_CACHE_KEY, known, 3600, version=SITE_ROOT_PATHS_CACHE_VERSION)

    client.get("/ar/")

    assert StandardPage.objects.get(pk=page.pk).url == "/ar/khiyata/"


def test_nobody_deletes_a_language_that_has_pages(admin_client, party):
    """Wagtail's own list of languages: reached by its address only, and it deletes nothing that is used."""
    arabic = locale("ar")

    admin_client.post(reverse("wagtaillocales:delete", args=[arabic.pk]))

    assert Locale.objects.filter(pk=arabic.pk).exists()
    assert Page.objects.filter(locale=arabic).exists()


def test_languages_have_one_place_in_the_menu(admin_client, home):
    index = reverse("wagtaillocales:index")

    assert index not in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "sync" not in admin_client.get(reverse("wagtaillocales:add")).content.decode().casefold()
