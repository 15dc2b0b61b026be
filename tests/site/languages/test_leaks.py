"""The frame of another language tells nobody of what is not for everybody."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.make import secrets
from tests.make.languages import translated
from tests.make.pages import plain_page
from tests.make.secrets import SECRET
from tests.make.street import house
from tests.site.test_leaks import leaks, read, told

STATES = [
    secrets.behind_a_login,
    secrets.below_a_private_page,
    secrets.translation_of_a_private_page,
    secrets.draft,
    secrets.unpublished,
]


def in_arabic(address):
    """The same in the frame of Arabic; the search, the site map and the like as they are called there."""
    if "suche/" in address or "/search/" in address:
        with override("ar"):
            return f"{reverse('search')}?{address.partition('?')[2]}"
    language, _slash, rest = address.removeprefix("/").partition("/")
    return f"/ar/{rest}" if language in ("de", "en") else address


def test_in_the_frame_of_another_language_all_is_told_that_is_for_everybody(client, home, own_files):
    made = house(home, secrets.open_to_everybody)

    assert all(
        leaks(read(client, in_arabic(told(made)[what])))
        for what in ("home", "data", "search Marder", "beside: Tafel", "kalender.ics", "feed.xml", "foyer/")
    )


@pytest.mark.parametrize("state", STATES)
def test_in_the_frame_of_another_language_nothing_is_told_of_the_rest(
    client, home, own_files, subtests, state
):
    made = house(home, state)

    for what, address in told(made).items():
        with subtests.test(what):
            assert not leaks(read(client, in_arabic(address)))
    for kind, page in made.told.items():
        for code in ("ar", "tr", "de-simple"):
            address = page.url or f"/de/{page.slug}/"
            with subtests.test(kind, code=code):
                response = client.get(f"/{code}/{address.split('/', 2)[2]}", follow=True)
                assert SECRET.casefold() not in response.content.decode().casefold()


@pytest.mark.parametrize("code", ["en", "ar", "de"])
def test_a_translation_is_as_public_as_its_original(client, home, code):
    page = plain_page(home, "Fest", slug="fest")
    translated(page, "en", f"{SECRET} party", slug="mh-party")
    page.unpublish()

    for address in (
        f"/{code}/",
        f"/{code}/mh-party/",
        f"/{code}/fest/",
        "/sitemap.xml",
        f"/{code}/mh-partie/",
    ):
        assert SECRET not in client.get(address, follow=True).content.decode()
