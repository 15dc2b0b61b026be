"""Whatever somebody types, sends or tries: no public address breaks, waits, or repeats it unescaped."""

import time

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from pages.centre.models import Centre
from pages.services.models import ServiceIndexPage
from quartier import views
from quartier.middleware import LONGEST_PATH
from tests.make.pages import plain_page

# Each public address with its numbers filled in; {} is where a stranger may write what he likes.
ADDRESSES = {
    "": "/{}",
    r"documents/^(\d+)/(.*)$": "/documents/%(document)s/{}",
    "documents/authenticate_with_password/<int:restriction_id>/": (
        "/documents/authenticate_with_password/1{}/"
    ),
    "media/<path:path>": "/media/images/{}",
    "sitemap.xml": "/sitemap.xml{}",
    "metrics": "/metrics{}",
    "robots.txt": "/robots.txt{}",
    ".well-known/security.txt": "/.well-known/security.txt{}",
    "favicon.ico": "/favicon.ico{}",
    "abo/<str:token>/": "/abo/{}/",
    "hooks/bounces/<str:secret>/": "/hooks/bounces/{}/",
    "de/abo/ende/": "/de/abo/ende/{}",
    "de/abo/ja/<str:token>/": "/de/abo/ja/{}/",
    "de/abo/<str:token>/": "/de/abo/{}/",
    "de/suche/": "/de/suche/{}",
    "de/_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": (
        "/de/_util/authenticate_with_password/%(restriction)s/%(page)s{}/"
    ),
    "de/_util/login/": "/de/_util/login/{}",
    r"de/^((?:[\w\-]+/)*[\w\-]+\.(?:ics|json|xml))$": "/de/angebote/{}daten.json",
    r"de/^((?:[\w\-]+/)*)$": "/de/yoga/{}",
}
FRAMES = {
    "a page that is not translated": "/ar/yoga/{}",
    "a file below one": "/uk/angebote/{}daten.json",
    "a page in Leichte Sprache": "/de-simple/yoga/{}",
    "a language that is off": "/fr/yoga/{}",
    "a file in one": "/fr/angebote/{}daten.json",
    "a language that nobody ships": "/xx/{}",
    "a language in capitals": "/AR/yoga/{}",
    "two slashes": "//ar//yoga//{}",
    "two languages": "/ar/de/yoga/{}",
}
"""Addresses in other languages, each read by the same rules as those above."""

PARTS = {
    "nothing": "",
    "NUL": "%00",
    "a lone surrogate": "%ED%A0%80",
    "no UTF-8": "%FF%FE",
    "an overlong slash": "%C0%AF",
    "up and up": "../../../../etc/passwd",
    "up and up, hidden": "..%2f..%2f..%5C..%5Cetc%2fpasswd",
    "hidden twice": "%252e%252e%252f",
    "a script": "%3Cscript%3Ealert(1)%3C/script%3E",
    "a picture that breaks out": "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "a template": "%7B%7B7*7%7D%7D%7B%25 debug %25%7D",
    "a format": "%25s%25n%25(x)s",
    "a second header": "%0d%0aSet-Cookie:%20x=1",
    "right to left": "%E2%80%AEgpj.exe",
    "a house": "%F0%9F%8F%A0",
    "an Arabic digit": "%D9%A1",
    "a negative number": "-1",
    "a number without end": "9" * 400,
    "a number with an exponent": "1e308",
    "another host": "/evil.example/",
    "backslashes": "%5C%5Cevil.example",
    "a long word": "a" * 1900,
    "an endless word": "a" * 100_000,
    "endless parts": "a/" * 5000,
}
QUERIES = {
    "NUL": "q=a%00b",
    "NUL in a name": "q%00=a",
    "a lone surrogate": "q=%ED%A0%80",
    "no UTF-8": "q=%FF%FE&seite=%C0",
    "half a sign": "q=%&seite=%4&%",
    "only separators": "&&&===&;",
    "the same twice": "q=a&q=b&seite=1&seite=2",
    "lists": "q[]=a&q[$ne]=b",
    "a page of its own": "seite=-1&art=../..&q=yoga",
    "no number": "seite=NaN&q=yoga",
    "infinity": "seite=1e308&q=yoga",
    "too many digits": "q=yoga&seite=" + "9" * 5000,
    "signs of a full-text search": "q=%22yoga%22%20NEAR(*%20AND%20-:^~)%20OR%20%27",
    "signs of LIKE": "q=%25%25__%5C%5C%25",
    "SQL": "q=%27;%20DROP%20TABLE%20search_word;--",
    "a script": "q=%3Cscript%3Ealert(1)%3C/script%3E&art=%3Cscript%3Ealert(1)%3C/script%3E",
    "a picture that breaks out": "q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "a template": "q={{7*7}}{%25%20debug%20%25}",
    "right to left": "q=%E2%80%AE%E2%81%A6yoga",
    "signs on signs": "q=" + "a%CC%81" * 500,
    "8 kB": "q=" + "yoga%20" * 1200,
    "one long word": "q=" + "y" * 8000,
    "many long words": "q=" + "%20".join("nachbarschaftsfest" + "x" * n for n in range(60)),
    "brackets": "q=" + "(" * 4000,
    "many names": "&".join(f"n{number}=1" for number in range(2000)),
    "another host": "next=//evil.example&return_url=https://evil.example&url=javascript:alert(1)",
}
METHODS = ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "get"]
BODIES = {
    "nothing": ("", "application/x-www-form-urlencoded"),
    "NUL": ("password=%00&username=%00&q=%00", "application/x-www-form-urlencoded"),
    "no UTF-8": (b"password=\xff\xfe&username=\xed\xa0\x80", "application/x-www-form-urlencoded"),
    "an unknown alphabet": ("password=a", "application/x-www-form-urlencoded; charset=klingon"),
    "parts without an end": (
        "--x\r\nContent-Disposition: form-data; name=",
        "multipart/form-data; boundary=x",
    ),
    "parts without a boundary": ("--x", "multipart/form-data"),
    "another host": ("password=geheim&return_url=//evil.example", "application/x-www-form-urlencoded"),
    "a script": ("username=<script>alert(1)</script>&password=a", "application/x-www-form-urlencoded"),
    "many fields": ("&".join(f"n{n}=1" for n in range(2000)), "application/x-www-form-urlencoded"),
    "JSON": ('{"password": [}', "application/json"),
}
SECONDS = 2


def routes():
    """Every address that the resolver knows, in German; the admin has an inspector of its own."""

    def below(patterns, before=""):
        for pattern in patterns:
            route = before + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from below(pattern.url_patterns, route)
            elif not route.startswith("admin/"):
                yield route

    with override("de"):
        return set(below(get_resolver().url_patterns))  # some stand twice: ours before Wagtail's own


@pytest.fixture
def house(home):
    """A page, a locked page, a document: what the numbers in the addresses stand for."""
    plain_page(home, "Yoga", slug="yoga", summary="<b>Dehnen</b>")
    home.add_child(instance=ServiceIndexPage(title="Angebote", slug="angebote"))
    locked = plain_page(home, "Team", slug="team")
    restriction = PageViewRestriction.objects.create(
        page=locked, restriction_type=PageViewRestriction.PASSWORD, password="geheim"
    )
    document = get_document_model().objects.create(
        title="Plan", file=ContentFile(b"Montag", name="plan.txt"), file_size=6
    )
    yield {"document": document.pk, "restriction": restriction.pk, "page": locked.pk}
    document.file.delete(save=False)


@pytest.fixture
def knock(house):
    """Send a request as a stranger, and hold the answer to what every answer promises."""
    client = Client(raise_request_exception=False)

    def knock(route, part="", query="", method="GET", body="", kind="application/octet-stream"):
        address = (ADDRESSES[route] % house).replace("{}", part)
        start = time.process_time()
        response = client.generic(
            method, address, body, kind, QUERY_STRING=query, HTTP_X_MARK="repeat-me-not"
        )
        told = b"".join(response.streaming_content if response.streaming else [response.content])
        assert time.process_time() - start < SECONDS
        assert response.status_code < 500
        for harm in (b"<script>alert", b"<img src=x", b"{49", b"repeat-me-not", b"root:x:"):
            assert harm not in told
        assert not response.get("Location", "").startswith(("//", "https://evil", "javascript:", "\\"))
        assert "x" not in response.cookies
        return response

    return knock


@pytest.mark.parametrize("frame", FRAMES)
def test_no_path_breaks_an_address_in_another_language(knock, house, subtests, frame, monkeypatch):
    Centre.objects.update(languages=["ar", "uk", "de-simple"])
    monkeypatch.setitem(ADDRESSES, frame, FRAMES[frame])

    for what, part in PARTS.items():
        with subtests.test(what):
            knock(frame, part)
    for what, query in QUERIES.items():
        with subtests.test(what):
            knock(frame, query=query)


@pytest.mark.parametrize("method", METHODS)
def test_no_method_breaks_an_address_in_another_language(knock, house, subtests, method, monkeypatch):
    Centre.objects.update(languages=["ar", "uk", "de-simple"])

    for frame, address in FRAMES.items():
        monkeypatch.setitem(ADDRESSES, frame, address)
        with subtests.test(frame):
            knock(frame, method=method)


def test_every_public_address_is_tried(db):
    assert sorted(routes()) == sorted(ADDRESSES)


@pytest.mark.parametrize("route", ADDRESSES)
def test_no_path_breaks_an_address(knock, subtests, route):
    for what, part in PARTS.items():
        with subtests.test(what):
            knock(route, part)


@pytest.mark.parametrize("route", ADDRESSES)
def test_no_query_breaks_an_address(knock, subtests, route):
    for what, query in QUERIES.items():
        with subtests.test(what):
            knock(route, query=query)


@pytest.mark.parametrize("route", ADDRESSES)
def test_no_method_breaks_an_address(knock, subtests, route):
    for method in METHODS:
        with subtests.test(method):
            knock(route, method=method)


@pytest.mark.parametrize("route", ADDRESSES)
def test_no_form_breaks_an_address(knock, subtests, route):
    for what, (body, kind) in BODIES.items():
        with subtests.test(what):
            knock(route, method="POST", body=body, kind=kind)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "BREW"])
def test_the_search_is_only_asked(knock, method):
    assert knock("de/suche/", method=method).status_code == 405


@pytest.mark.parametrize(
    "address",
    ["/de/a%00b/", "/de/suche/?q=%00", "/?q=%FF", "/de/suche/?q=%ED%A0%80", "/de/" + "a" * LONGEST_PATH],
)
def test_an_address_that_is_no_text_is_refused_in_words(client, home, address):
    response = client.get(address)

    assert response.status_code == 400
    assert "<h1>Diese Adresse konnten wir nicht lesen</h1>" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/de/über-uns/", "/de/خياطة/", "/de/suche/?q=Nähen", "/de/suche/?q=خياطة"]
)
def test_umlauts_and_other_alphabets_are_read(client, home, address):
    assert client.get(address).status_code in (200, 404)


def test_a_page_that_is_not_there_is_missed_in_german(client, home):
    response = client.get("/de/gibt-es-nicht/")

    assert response.status_code == 404
    assert "Hinter dieser Tür wohnt niemand" in response.content.decode()


def test_a_form_from_elsewhere_is_refused_in_german(house):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/de/_util/login/", {"username": "a", "password": "b"})

    assert response.status_code == 403
    assert "Das ist nicht angekommen" in response.content.decode()


def test_a_locked_door_is_locked_in_german(rf, home):
    response = views.forbidden(rf.get("/de/"))

    assert response.status_code == 403
    assert "Diese Tür ist verschlossen" in response.content.decode()


def test_a_host_that_is_not_ours_is_refused_in_words(client, home):
    response = client.get("/de/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


def test_without_a_database_there_is_a_page_in_our_look(home, monkeypatch):
    def gone(*args, **kwargs):
        raise OperationalError("server closed the connection")

    with monkeypatch.context() as without:
        without.setattr("django.db.backends.utils.CursorWrapper.execute", gone)
        response = Client(raise_request_exception=False).get("/de/")

    assert response.status_code == 500
    told = response.content.decode()
    assert "<h1>Hier ist etwas schiefgegangen</h1>" in told
    assert "css/site.css" in told


def test_while_the_house_is_looked_after_it_says_so(client, home, settings):
    settings.MAINTENANCE_MODE = True

    response = client.get("/de/")

    assert response.status_code == 503
    assert "Wir sind gleich wieder da" in response.content.decode()
