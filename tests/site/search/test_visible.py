"""Nobody learns of a page that is not for everybody: not by search, suggestion, address or site map."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from pages.values.models import ValuesPage
from quartier.search.nearest import nearest_pages
from quartier.search.visible import visible_pages
from tests.make.pages import plain_page

SECRET = "Marderhund"


def secret_page(parent, **fields):
    return plain_page(parent, SECRET, slug="marderhund", summary=f"Der {SECRET} wohnt hier.", **fields)


def restrict(page, kind=PageViewRestriction.LOGIN):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="geheim")
    if kind == PageViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.create(name="Team"))
    return page


def draft(home):
    return secret_page(home, live=False)


def unpublished(home):
    page = secret_page(home)
    page.unpublish()
    return page


def expired(home):
    page = secret_page(home)
    page.expire_at = timezone.now() - timedelta(days=1)
    page.expired, page.live = True, False
    page.save()
    return page


def scheduled(home):
    page = secret_page(home, live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    return page


def new_title_in_a_draft(home):
    page = plain_page(home, "Tiere", slug="tiere")
    page.title, page.slug = SECRET, "marderhund"
    page.save_revision()
    return page


def behind_a_login(home):
    return restrict(secret_page(home))


def behind_a_password(home):
    return restrict(secret_page(home), PageViewRestriction.PASSWORD)


def for_a_group(home):
    return restrict(secret_page(home), PageViewRestriction.GROUPS)


def below_a_private_page(home):
    return secret_page(restrict(plain_page(home, "Team")))


def moved_below_a_private_page(home):
    page = secret_page(home)
    page.move(restrict(plain_page(home, "Team")), "last-child")
    return page


def deleted(home):
    page = secret_page(home)
    page.delete()
    return page


def outside_the_site(home):
    return secret_page(home.get_parent())


STATES = [
    draft,
    unpublished,
    expired,
    scheduled,
    new_title_in_a_draft,
    behind_a_login,
    behind_a_password,
    for_a_group,
    below_a_private_page,
    moved_below_a_private_page,
    deleted,
    outside_the_site,
]

# The first part of the word, two slips in it, and more slips than are forgiven: each would lead to the page.
ADDRESSES = [
    "/de/suche/?q=Marder",
    "/de/suche/?q=Marderhumt",
    "/de/suche/?q=Marderhuntte",
    "/de/marderhun/",
    "/sitemap.xml",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_for_everybody_is_told(client, home, address):
    secret_page(home)

    assert SECRET.casefold() in client.get(address).content.decode().casefold()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("state", STATES)
def test_a_page_that_is_not_for_everybody_is_not(client, home, state, address):
    state(home)

    assert SECRET.casefold() not in client.get(address).content.decode().casefold()


@pytest.mark.parametrize("state", STATES)
def test_who_knows_the_word_learns_nothing_either(home, ask, state):
    state(home)

    assert ask(SECRET).heading == f"Kein Treffer für „{SECRET}“"


def test_a_page_that_shows_another_one_does_not_say_its_words(home, ask):
    values = home.add_child(instance=ValuesPage(title="Unsere Werte", summary=f"Der {SECRET} ist einer."))
    plain_page(home, "Neues", body=[("values", {"title": "", "page": values})])
    assert ask(SECRET).titles == ["Unsere Werte"]

    restrict(values)

    assert ask(SECRET).titles == []


def test_a_word_is_told_if_a_public_page_says_it_too(home, ask):
    restrict(secret_page(home))
    plain_page(home, "Tierwelt", summary=f"Ein {SECRET} ist kein Hund.")

    assert ask("Marderhumt").titles == ["Tierwelt"]


@pytest.fixture
def english(home):
    locale = Locale.objects.create(language_code="en")
    home.copy_for_translation(locale).specific.save_revision().publish()
    return locale


def translated(page, locale):
    copy = page.copy_for_translation(locale)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


def test_a_translation_is_private_when_its_original_becomes_private_later(home, english):
    original = plain_page(home, "Team")
    translation = translated(original, english)
    below = plain_page(translation, "Only in English", locale=english)
    assert {translation.pk, below.pk} <= set(visible_pages("en").values_list("pk", flat=True))

    restrict(original)

    assert not {translation.pk, below.pk} & set(visible_pages("en").values_list("pk", flat=True))


def test_the_original_is_private_too_when_its_translation_becomes_private(home, english):
    original = plain_page(home, "Team")
    restrict(translated(original, english))

    assert original.pk not in visible_pages().values_list("pk", flat=True)


def test_only_pages_in_the_language_of_the_question_are_found(client, home, english, ask):
    translated(plain_page(home, "Fotografie"), english)

    assert len(ask("Fotografie").titles) == 1
    assert ask("Fotografie", path="/en/search/").response.status_code == 200


def test_the_site_map_lists_all_languages(client, home, english):
    translated(plain_page(home, "Team"), english)

    told = client.get("/sitemap.xml").content.decode()

    assert "/de/team/" in told
    assert "/en/team/" in told


def test_asking_what_is_visible_costs_two_queries_at_most(home, english, django_assert_max_num_queries):
    for number in range(5):
        restrict(plain_page(home, f"Team {number}"))

    list(visible_pages("en"))  # Wagtail remembers the addresses of the sites

    with django_assert_max_num_queries(3):
        list(visible_pages("en"))


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/de/nahcafe/", ["Nähcafé"]),
        ("/de/angebote/naehcafe-am-freitag", ["Nähcafé"]),
        ("/de/alt/Naehcafe.html", ["Nähcafé"]),
        ("/de/naehcafe/anmeldung/2019/", []),
        ("/de/naehcafe/anmeldung/", ["Nähcafé"]),
        ("/naehcafe", []),
        ("/media/naehcafe", []),
        ("/documents/4/naehcafe.html", []),
        ("/de/naehcafe.jpg", []),
        ("/de/naehcafe.tar.html", []),
        ("/en/naehcaffe/", ["Nähcafé"]),
        ("/xx/naehcafe/", []),
        ("/wp-login.php", []),
        ("/.env", []),
        ("/", []),
        ("", []),
        ("/de/" + "x" * 5000, []),
    ],
)
def test_an_old_or_mistyped_address_has_near_pages(home, path, titles):
    plain_page(home, "Nähcafé", slug="naehcafe")
    plain_page(home, "Garten", slug="garten")

    assert [page.title for page in nearest_pages(path)] == titles


def test_at_most_five_pages_are_near(home, django_assert_max_num_queries):
    for number in range(8):
        plain_page(home, f"Yogakurs {number}")

    nearest_pages("/de/yogakurs/")  # Wagtail remembers the addresses of the sites

    with django_assert_max_num_queries(4):
        assert len(nearest_pages("/de/yogakurs/")) == 5
