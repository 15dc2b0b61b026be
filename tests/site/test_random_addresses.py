"""Addresses that nobody thought of."""

from random import Random
from urllib.parse import quote

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.make.bricks import laid
from tests.make.pages import plain_page
from tests.make.pictures import document, picture

TRIES, SEED = 400, 20261125
WORDS = [
    "de", "en", "ar", "de-simple", "suche", "search", "yoga", "team", "kurse", "_util", "login",
    "documents", "media", "images", "sitemap.xml", "robots.txt", ".well-known", "security.txt",
    "favicon.ico", "static", "authenticate_with_password", "index.php", "wp-login.php", ".env",
    ".git", "api", "feed", "admin", "1", "0", "-1", "١", "1e308", "NaN", "999999999999999999999999",
    "1.0000.width-480.avif", "plan.pdf", "..", ".", "~", "null",
]  # fmt: skip
SIGNS = "aZä9ß٣ خي🏠\u202e\u00ad\x00\x01\t\r\n%/\\?#&=+;:@!*'\"<>(){}[]|^~`$,.-_"
BYTES = ["%ff", "%c3", "%ed%a0%80", "%00", "%2e%2e%2f", "%", "%zz"]
NAMES = [
    "q", "art", "seite", "next", "return_url", "kategorie", "tag", "monat", "password", "q[]", "",
    "page",
]  # fmt: skip
VALUES = [
    "yoga", "standardpage", "1", "-1", "0", "1e308", "NaN", "99999999999999999999", "2026-02-30",
    "//evil.example", "%",
]  # fmt: skip


def scribble(random):
    return "".join(random.choices(SIGNS, k=random.randint(1, 12)))


def part(random, known):
    """A word of the house, or scribble: as it is, encoded once or twice, or with broken bytes in it."""
    word = random.choice(known) if random.random() < 0.7 else scribble(random)
    shape = random.random()
    if shape < 0.1:
        return quote(quote(word, safe=""), safe="")
    if shape < 0.2:
        return "".join(random.choices(BYTES, k=2)) + quote(word)
    return quote(word, safe="/" if shape < 0.3 else "")


def address(random):
    start = random.choice(["/", "/de/", "/de/", "/de/suche/", "/de/yoga/", "/media/images/", "/documents/"])
    path = start + "/".join(part(random, WORDS) for _each in range(random.randint(0, 4)))
    pairs = [f"{part(random, NAMES)}={part(random, VALUES)}" for _each in range(random.randint(0, 4))]
    return path + random.choice(["", "/"]), random.choice("&&&;").join(pairs)


@pytest.fixture
def lived_in(home):
    """A house with a page of several bricks, a locked page, a picture and a document."""
    things = {"page": home, "picture": picture(), "file": document()}
    names = ["text", "picture", "teaser", "grid", "buttons", "listing", "download", "video", "map"]
    body = [{"type": name, "value": laid(name, things, "Yoga"), "id": name} for name in names]
    plain_page(home, "Yoga", slug="yoga", body=body)
    team = plain_page(home, "Team", slug="team")
    PageViewRestriction.objects.create(page=team, restriction_type="password", password="geheim")


def test_no_address_at_all_breaks_the_house(lived_in):
    random, client = Random(SEED), Client(raise_request_exception=False)
    broken, answers = [], set()

    for _try in range(TRIES):
        path, query = address(random)
        response = client.generic("GET", path, QUERY_STRING=query)
        answers.add(response.status_code)
        if response.status_code >= 500:
            broken.append(f"{path}?{query}")
        response.close()

    assert broken == []
    assert answers >= {200, 302, 400, 404}
