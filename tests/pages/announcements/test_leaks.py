"""What has not begun, or is not for everybody, is told nowhere: not on any page, nor to any program."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from pages.announcements.choices import Shown
from tests.make import secrets
from tests.make.announcements import announcement, moment, news
from tests.make.bricks import stack
from tests.make.pages import plain_page
from tests.make.pictures import picture
from tests.make.translations import translated

WORD = "Marderhund"


def begins_later(page):
    page.starts = moment(5)
    page.save_revision().publish()
    return page


def begins_later_and_was_never_shown(page):
    type(page).objects.filter(pk=page.pk).update(live=False, live_revision=None)
    return begins_later(type(page).objects.get(pk=page.pk))


def behind_a_login(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


HIDDEN = [begins_later, begins_later_and_was_never_shown, behind_a_login, secrets.draft, secrets.unpublished]


@pytest.fixture
def made(home, own_files):
    page = announcement(
        news(home),
        WORD,
        slug="mh",
        shown=Shown.HOME,
        ends=moment(20),
        summary=WORD,
        picture=picture(title=WORD, alt=WORD),
        topics=["mh"],
    )
    plain_page(
        home,
        "Tafel",
        slug="tafel",
        body=stack(("latest_news", {"title": "", "count": "9", "look": "cards", "topic": None})),
    )
    return page


def addresses(code):
    with override(code):
        search = reverse("search")
    return {
        "list": f"/{code}/aktuelles/",
        "year": f"/{code}/aktuelles/?jahr={timezone.localdate().year}",
        "topic": f"/{code}/aktuelles/?thema=mh",
        "feed": f"/{code}/aktuelles/feed.xml",
        "home": f"/{code}/",
        "brick": f"/{code}/tafel/",
        "search": f"{search}?q={WORD}",
        "site map": "/sitemap.xml",
        "page": f"/{code}/aktuelles/mh/",
        "notice": f"/{code}/aktuelles/mh/aushang/",
    }


ASKED_BY_NAME, ASKED_BY_ADDRESS = ("search",), ("page", "notice")
"""What repeats the word, or the address, that somebody asked for."""


def told(client, code):
    """The places that say its word or its address."""
    found = set()
    for what, address in addresses(code).items():
        response = client.get(address, follow=True)
        said = response.content.decode()
        assert response.status_code in (200, 404)
        is_named = WORD in said and what not in ASKED_BY_NAME
        if is_named or ("/aktuelles/mh/" in said and what not in ASKED_BY_ADDRESS):
            found.add(what)
    return found


@pytest.mark.parametrize("code", ["de", "en", "ar"])
def test_what_holds_is_told_everywhere(client, made, code):
    """The canary: a walk that finds nothing here would find nothing there."""
    assert set(addresses(code)) - told(client, code) == set()


@pytest.mark.parametrize("is_translated", [False, True], ids=["not translated", "translated"])
@pytest.mark.parametrize("hide", HIDDEN)
def test_what_is_not_for_everybody_is_told_nowhere(client, made, hide, is_translated):
    if is_translated:
        translated(made, "en", title=WORD, slug="mh")
    hide(made)
    call_command("publish_scheduled")

    assert {code: told(client, code) for code in ("de", "en", "ar")} == {
        "de": set(),
        "en": set(),
        "ar": set(),
    }
