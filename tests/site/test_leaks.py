"""Nobody learns of a service, room, partner, post, form or announcement that is not for everybody: not a
word, not an address, not a picture, not a number, from anything that the house says in public.

`test_private_pages.py` asks the same for one page and each brick; this walks through the whole house at once.
"""

import json
import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from pages.newsletters.composing import compose
from pages.pictures.models import File, Picture
from tests.make import secrets
from tests.make.secrets import SECRET, SLUG
from tests.make.street import NEIGHBOUR, house, lists

GUESSES = ["Marder", "Marderhumt", "Gefördert von Marder"]
FINGERPRINTS = re.compile(r"sha256-[\w+/=]+")
PARTS_OF_THE_CALENDAR = [
    *("kalender.ics", "kalender.ics?kostenlos=1", "feed.xml", "aenderungen.xml"),
    *("foyer/", "einbetten/", "abonnieren/"),
]
VIEWS = ["monat", "woche", "tag", "wochenende", "archiv"]
SEARCH = {"de": "/de/suche/", "en": "/en/search/"}


@pytest.fixture
def built(home, own_files):
    """A house around pages in one state."""
    Locale.objects.get_or_create(language_code="en")
    return lambda state: house(home, state)


def read(client, address):
    response = client.get(address)
    said = b"".join(response.streaming_content) if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    told = f"{response.status_code} {headers}\n{said.decode(errors='replace')}"
    return FINGERPRINTS.sub("", told)  # made of any letters


def told(made):
    """Every public address that could tell of the pages, by what it is."""
    language = made.home.locale.language_code
    known = {
        "home": made.home.url,
        "data": f"{made.finder.url}daten.json",
        "site map": "/sitemap.xml",
        "robots": "/robots.txt",
        "a near address": f"/{language}/marderhun/",
        "a near address below": f"{made.finder.url}marderhun/",
        "the service of an event": f"{made.finder.url}nebenan/",
    }
    known |= {part: f"{made.calendar.url}{part}" for part in PARTS_OF_THE_CALENDAR}
    known["feed of news"] = f"{made.news.url}feed.xml"
    known |= {f"{view} of the calendar": f"{made.calendar.url}?ansicht={view}" for view in VIEWS}
    known |= {f"search {guess}": f"{SEARCH[language]}?q={guess}" for guess in GUESSES}
    known |= {f"list of {kind}": page.url for kind, page in lists(made).items()}
    known |= {f"beside: {page.title}": page.url for page in made.pointing}
    return known


def questions(client, address):
    """All that can be asked of a list: each value of each field of its forms, each link that narrows it."""
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    links = [link["href"] for link in page.select("main a[href*='?']")]
    asked = {urlsplit(href).query for href in links if _leads_to(address, href)}
    for form in page.select("main form"):
        if form.get("method", "get") == "get" and _leads_to(address, form.get("action", "")):
            asked |= {f"{name}={value}" for field in form.select("[name]") for name, value in _values(field)}
    return sorted(query for query in asked if query)


def _leads_to(address, href):
    return urlsplit(href).path in ("", address)


def _values(field):
    if field.name == "select":
        return [(field["name"], option.get("value", option.text)) for option in field.select("option")]
    if field.get("type") in ("checkbox", "radio", "hidden"):
        return [(field["name"], field.get("value", "on"))]
    return [(field["name"], guess) for guess in (*GUESSES, "10")]


def leaks(said):
    """Whether a word of these pages is said, or one of their addresses."""
    return SECRET.casefold() in said.casefold() or f"/{SLUG}-" in said


def pictures_and_documents(said):
    """The numbers of those whose addresses are told."""
    return (
        set(map(int, re.findall(r"/media/images/(\d+)\.", said))),
        set(map(int, re.findall(r"/documents/(\d+)/", said))),
    )


def secret_files():
    marked = {"title__startswith": SECRET}
    return (
        set(Picture.objects.filter(**marked).values_list("pk", flat=True)),
        set(File.objects.filter(**marked).values_list("pk", flat=True)),
    )


@pytest.mark.parametrize("state", [secrets.open_to_everybody, secrets.open_in_english])
def test_what_is_for_everybody_is_told_wherever_its_neighbours_are(client, built, subtests, state):
    """The canary: a walk that finds nothing here would find nothing there."""
    made = built(state)
    addresses = told(made)

    assert leaks(compose(made.letter, "de", timezone.now()).html)
    told_there = ("home", "data", "site map", "a near address", f"search {GUESSES[0]}", "beside: Tafel")
    told_there = (*told_there, "feed of news")
    for what in (*told_there, "kalender.ics", "feed.xml", "foyer/", "einbetten/", "the service of an event"):
        with subtests.test(what):
            assert leaks(read(client, addresses[what]))
    for kind, page in lists(made).items():
        for query in ["", *questions(client, page.url)]:
            said = read(client, f"{page.url}?{query}")
            if NEIGHBOUR in said.partition("<main")[2].partition("</main>")[0]:
                with subtests.test(kind, query=query):
                    assert leaks(said)
    said = " ".join(read(client, page.url) for page in made.told.values())
    for shown, secret in zip(pictures_and_documents(said), secret_files(), strict=True):
        assert shown & secret


@pytest.mark.parametrize("state", secrets.HIDDEN)
def test_what_is_not_for_everybody_is_told_nowhere(client, built, subtests, state):
    made = built(state)
    shown = ""

    for what, address in told(made).items():
        with subtests.test(what):
            said = read(client, address)
            shown += said
            assert said.startswith(("200", "404"))
            assert not leaks(said)
    for addresses, secret in zip(pictures_and_documents(shown), secret_files(), strict=True):
        assert not addresses & secret
    for language in ("de", "en", "ar"):
        with subtests.test("mail", language=language):
            content = compose(made.letter, language, timezone.now())
            assert not leaks(f"{content.subject}{content.html}{content.text}")


@pytest.mark.parametrize(
    "state", [secrets.behind_a_login, secrets.translation_of_a_private_page, secrets.draft]
)
def test_no_filter_of_a_list_finds_it(client, built, subtests, state):
    for kind, page in lists(built(state)).items():
        for query in questions(client, page.url):
            with subtests.test(kind, query=query):
                assert not leaks(read(client, f"{page.url}?{query}"))


@pytest.mark.parametrize("state", secrets.HIDDEN)
def test_its_own_address_says_nothing_of_it_and_takes_nothing(client, built, subtests, state):
    for kind, page in built(state).told.items():
        address = page.url or f"{page.get_parent().url}{page.slug}/"
        for below in ("", "daten.json", "nichts/"):
            with subtests.test(kind, below=below):
                response = client.get(address + below, follow=True)
                assert SECRET.casefold() not in response.content.decode().casefold()
                assert response.status_code in (200, 404)
        with subtests.test(kind, sent="a form"):
            answers = {"name": "Eva", "mail": "eva@example.org", "text": "Hallo"}
            response = client.post(address, answers, follow=True)
            assert SECRET.casefold() not in response.content.decode().casefold()
    assert mail.outbox == []


@pytest.mark.parametrize("state", [secrets.behind_a_password, secrets.translation_of_a_private_page])
def test_the_door_does_not_say_what_is_behind_it(client, built, subtests, state):
    made = built(state)
    language, lock = made.home.locale.language_code, PageViewRestriction.objects.first()

    for kind, page in made.told.items():
        address = f"/{language}/_util/authenticate_with_password/{lock.pk}/{page.pk}/"
        with subtests.test(kind):
            assert not leaks(read(client, address))
            wrong = client.post(address, {"password": "falsch", "return_url": "/"})
            assert not leaks(wrong.content.decode())


@pytest.mark.parametrize("state", [secrets.behind_a_login, secrets.draft])
def test_no_count_gives_it_away(client, built, subtests, state):
    """A list reads the same, in every question, after the page is gone for good."""
    made = built(state)

    def everything(url):
        return {query: read(client, f"{url}?{query}") for query in ["", *questions(client, url)]}

    for kind, index in lists(made).items():
        before = everything(index.url)
        made.told[kind].delete()
        with subtests.test(kind):
            assert everything(index.url) == before


@pytest.mark.parametrize("state", [secrets.behind_a_login, secrets.draft])
def test_the_data_read_the_same_after_a_private_service_is_gone(client, built, state):
    made = built(state)
    address = f"{made.finder.url}daten.json"
    before = client.get(address)

    made.told["service"].delete()

    assert client.get(address)["ETag"] == before["ETag"]


@pytest.mark.parametrize("state", [secrets.behind_a_login, secrets.draft])
def test_nobody_gets_at_a_file_by_trying_numbers(client, built, subtests, state):
    built(state)
    pictures, files = secret_files()

    for number in files:
        for name in ("", "plan.pdf"):
            with subtests.test("document", number=number, name=name):
                assert not leaks(read(client, f"/documents/{number}/{name}"))
    for number in pictures:
        for name in (f"{number}.00000000.width-480.jpg", f"{number}.png"):
            with subtests.test("picture", number=number, name=name):
                assert read(client, f"/media/images/{name}").startswith("404")


def test_an_editor_who_may_read_it_leaves_nothing_behind_for_strangers(client, admin_client, built):
    made = built(secrets.behind_a_login)
    for page in made.told.values():
        assert leaks(read(admin_client, page.url))
    read(admin_client, f"{made.finder.url}daten.json")

    assert not any(leaks(read(client, address)) for address in told(made).values())


def test_the_data_name_what_an_open_service_stands_on(client, built):
    """The canary for what is left out beside a closed page: form, partner, funder, the page of the room."""
    made = built(secrets.open_to_everybody)

    services = json.loads(client.get(f"{made.finder.url}daten.json").content)["services"]

    beside = next(service for service in services if service["name"].startswith(NEIGHBOUR))
    assert leaks(json.dumps(beside["additional_urls"]))
    assert leaks(json.dumps(beside["organization"]))
    assert leaks(json.dumps(beside["funding"]))
