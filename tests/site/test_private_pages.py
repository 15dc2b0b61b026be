"""Nobody learns what a page says that is not for everybody, wherever the house could show or name it."""

import re
from itertools import count

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import Locale, PageViewRestriction

from pages.centre.models import Centre, FooterLink
from pages.home.models import HomePage
from pages.values.models import ValuesPage
from tests.make.bricks import stack
from tests.make.pages import plain_page

SECRET = "Marderhund"
LOGIN, PASSWORD, GROUPS = (
    PageViewRestriction.LOGIN,
    PageViewRestriction.PASSWORD,
    PageViewRestriction.GROUPS,
)


def restrict(page, kind=LOGIN, password="geheim"):
    lock = PageViewRestriction.objects.create(page=page, restriction_type=kind, password=password)
    if kind == GROUPS:
        lock.groups.add(Group.objects.get_or_create(name="Team")[0])
    return lock


def translated(page, title="Burrow"):
    """An English page with other words, published."""
    english = Locale.objects.get(language_code="en")
    copy = page.copy_for_translation(english)
    copy.title = copy.summary = title
    copy.save_revision().publish()
    return page.get_translation(english)


def room(parent, title=SECRET):
    """Values, told in title, summary and content; a page below them; and the same in English."""
    statement = {"title": title, "statement": title, "points": [], "picture": None}
    page = parent.add_child(
        instance=ValuesPage(
            title=title,
            slug="tier",
            summary=title,
            values=stack(("value", statement)),
            show_in_menus=True,
            locale=parent.locale,
        )
    )
    plain_page(page, "Höhle", slug="hoehle")
    translated(page)
    return page


def open_to_everybody(parent):
    return room(parent)


def behind_a_login(parent):
    page = room(parent)
    restrict(page)
    return page


def behind_a_password(parent):
    page = room(parent)
    restrict(page, PASSWORD)
    return page


def for_a_group(parent):
    page = room(parent)
    restrict(page, GROUPS)
    return page


def below_a_private_page(parent):
    team = plain_page(parent, "Team", slug="team")
    translated(team, "Staff")
    page = room(team)
    restrict(team)
    return page


def translation_of_a_private_page(parent):
    """Closed after it was translated; the translation tells."""
    page = room(parent, "Bau")
    copy = translation(page)
    copy.title = copy.summary = SECRET
    copy.values = stack(("value", {"title": SECRET, "statement": SECRET, "points": [], "picture": None}))
    copy.save_revision().publish()
    restrict(page)
    return translation(page)


def original_of_a_private_translation(parent):
    page = room(parent)
    restrict(translation(page))
    return page


def below_the_translation_of_a_private_page(parent):
    """Written in English only, below a page whose original was closed."""
    team = plain_page(parent, "Team", slug="team")
    copy = translated(team, "Staff")
    page = copy.add_child(
        instance=ValuesPage(title=SECRET, slug="tier", summary=SECRET, show_in_menus=True, locale=copy.locale)
    )
    restrict(team)
    return page


def draft(parent):
    page = room(parent)
    ValuesPage.objects.filter(pk=page.pk).update(live=False)
    return ValuesPage.objects.get(pk=page.pk)


def unpublished(parent):
    page = room(parent)
    page.unpublish()
    return page


CLOSED = [
    behind_a_login,
    behind_a_password,
    for_a_group,
    below_a_private_page,
    translation_of_a_private_page,
    original_of_a_private_translation,
    below_the_translation_of_a_private_page,
]
HIDDEN = [*CLOSED, draft, unpublished]


def translation(page):
    language = "en" if page.locale.language_code == "de" else "de"
    found = page.get_translation_or_none(Locale.objects.get(language_code=language))
    return found and ValuesPage.objects.get(pk=found.pk)


class Stranger:
    """Walks through a house in which everything points to one page, at the front and deeper inside."""

    def __init__(self, client, home, state):
        self.client, self.numbers = client, count()
        area = plain_page(home, "Garten", slug="garten")
        translated(area, "Garden")
        self.page, self.deeper = state(home), state(area)
        self.language = self.page.locale.language_code
        self.home = HomePage.objects.get(locale=self.page.locale)
        self.area = area.get_translation(self.page.locale)

    def get(self, path):
        return self.client.get(path).content.decode()

    def read(self, name, value):
        page = plain_page(
            self.home,
            "Tafel",
            slug=f"tafel-{next(self.numbers)}",
            locale=self.home.locale,
            body=stack((name, value)),
        )
        return main(self.get(page.url))

    def listing(self, look):
        asked = {"title": "", "kind": None, "topic": None, "below": None}
        return self.read("listing", {**asked, "count": 24, "order": "tree", "look": look})

    def link(self, **more):
        return {"page": self.page.pk, "address": "", "text": "Mehr", **more}

    def ways_in(self):
        self.home.ways_in = stack(("way_in", self.link(about="", icon="door")))
        self.home.invitations = stack(("button", self.link()))
        self.home.save()
        return main(self.get(self.home.url))


def main(html):
    return html.partition("<main")[2].partition("</main>")[0]


def part(html, name):
    return html.partition(f'class="{name}')[2].partition("</nav>")[0]


def teaser(page):
    return {"page": page.pk, "own_title": "", "own_summary": "", "own_picture": None}


def footer(stranger):
    centre = Centre.for_site(stranger.home.get_site() or stranger.page.get_site())
    FooterLink.objects.create(centre=centre, page=stranger.page)
    return stranger.get(stranger.home.url).partition("<footer")[2]


def language_bar(stranger):
    other = translation(stranger.page)
    html = stranger.get(other.url) if other else ""
    return html.partition("<body")[0] + part(html, "language-bar")


SURFACES = {
    "the page": lambda s: s.get(s.page.url or s.home.url + "tier/"),
    "the page deeper inside": lambda s: s.get(s.deeper.url or s.area.url + "tier/"),
    "a page below": lambda s: s.get((s.page.url or s.home.url + "tier/") + "hoehle/"),
    "cards": lambda s: s.listing("cards"),
    "lines": lambda s: s.listing("lines"),
    "links": lambda s: s.listing("links"),
    "a teaser": lambda s: s.read("teaser", teaser(s.page)),
    "a grid": lambda s: s.read(
        "grid", {"columns": "2", "cells": [{"type": "teaser", "value": teaser(s.page)}]}
    ),
    "a button": lambda s: s.read("buttons", [{"type": "item", "id": "1", "value": s.link()}]),
    "a link in a text": lambda s: s.read("text", f'<a linktype="page" id="{s.page.pk}">Mehr</a>'),
    "the values": lambda s: s.read("values", {"title": "", "page": s.page.pk}),
    "ways in": lambda s: s.ways_in(),
    "the menu": lambda s: s.get(s.home.url).partition("<main")[0],
    "the pages nearby": lambda s: s.get(s.area.url),
    "the languages": language_bar,
    "the foot": footer,
    "the search": lambda s: s.get({"de": "/de/suche/", "en": "/en/search/"}[s.language] + "?q=Marder"),
    "near an address": lambda s: s.get(f"/{s.language}/marderhun/"),
    "the site map": lambda s: s.get("/sitemap.xml"),
}
ITSELF = ("the page", "the page deeper inside", "a page below")


def tells(html, surface, language):
    """Its words; and its address, which a reader who was sent back from there knows already."""
    address = re.search(rf"/{language}/(garten/)?(team/)?tier/[\"#<]", html)
    return SECRET.casefold() in html.casefold() or (surface not in ITSELF and address is not None)


@pytest.fixture
def house(home):
    Locale.objects.create(language_code="en")
    translated(home, "House in the Park")
    return home


def test_a_page_for_everybody_is_told_everywhere(client, house, subtests):
    stranger = Stranger(client, house, open_to_everybody)

    for surface, look in SURFACES.items():
        with subtests.test(surface):
            assert tells(look(stranger), surface, stranger.language)


@pytest.mark.parametrize("state", HIDDEN)
def test_a_page_that_is_not_for_everybody_is_told_nowhere(client, house, subtests, state):
    stranger = Stranger(client, house, state)

    for surface, look in SURFACES.items():
        with subtests.test(surface):
            assert not tells(look(stranger), surface, stranger.language)


@pytest.mark.parametrize("state", CLOSED)
def test_the_form_that_asks_for_a_password_does_not_say_what_for(client, house, state):
    page = state(house)
    lock = PageViewRestriction.objects.first()

    assert (
        SECRET
        not in client.get(f"/de/_util/authenticate_with_password/{lock.pk}/{page.pk}/").content.decode()
    )


def test_a_login_opens_a_page_in_all_languages(client, house):
    page = behind_a_login(house)
    assert client.get(translation(page).url).url == "/en/_util/login/?next=/en/tier/"

    client.force_login(User.objects.create(username="ada"))

    assert [client.get(each.url).status_code for each in (page, translation(page))] == [200, 200]


def test_one_password_opens_a_page_and_its_translation(client, house):
    page = room(house)
    copy = translation(page)
    lock = restrict(page, PASSWORD)
    assert "Burrow" not in client.get(copy.url).content.decode()

    client.post(
        f"/de/_util/authenticate_with_password/{lock.pk}/{copy.pk}/",
        {"password": "geheim", "return_url": copy.url},
    )

    assert "Burrow" in client.get(copy.url).content.decode()
    assert SECRET in client.get(page.url).content.decode()


def test_nobody_types_the_password_again_that_a_translation_has_a_copy_of(client, house):
    page = room(house)
    lock, _copy = restrict(page, PASSWORD), restrict(translation(page), PASSWORD)

    client.post(
        f"/de/_util/authenticate_with_password/{lock.pk}/{page.pk}/",
        {"password": "geheim", "return_url": page.url},
    )

    assert SECRET in client.get(page.url).content.decode()


def test_a_group_does_not_come_in_by_the_translation(client, house):
    page = for_a_group(house)
    restrict(translation(page))

    client.force_login(User.objects.create(username="ada"))

    assert client.get(translation(page).url).status_code == 302


def test_who_opens_an_original_again_opens_its_translations(client, house):
    page = room(house)
    lock = restrict(page)
    restrict(translation(page))

    lock.delete()

    assert [client.get(each.url).status_code for each in (page, translation(page))] == [200, 200]


def test_who_opens_a_translation_opens_no_original(client, house):
    page = room(house)
    restrict(page)
    lock = restrict(translation(page))

    lock.delete()

    assert [client.get(each.url).status_code for each in (page, translation(page))] == [302, 302]


def test_a_closed_translation_is_withdrawn_when_its_original_is_deleted(client, house):
    page = room(house)
    copy = translation(page)
    restrict(page)
    restrict(copy)

    page.delete()

    assert client.get(copy.url).status_code == 404


def test_what_is_closed_costs_two_questions_a_page_at_most(client, house, django_assert_max_num_queries):
    page = plain_page(house, "Garten", slug="garten")
    client.get(page.url)
    with django_assert_max_num_queries(20):
        client.get(page.url)
    for number in range(6):
        restrict(plain_page(house, f"Raum {number}", slug=f"raum-{number}", show_in_menus=True))

    with django_assert_max_num_queries(20):
        client.get(page.url)
