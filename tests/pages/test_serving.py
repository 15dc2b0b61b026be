import pytest
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from pages.standard.models import StandardPage
from tests.make.pages import plain_page


@pytest.fixture
def sewing(home):
    """At /de/angebote/naehen/."""
    return plain_page(plain_page(home, "Angebote"), "Nähen", slug="naehen")


def test_a_page_is_found_by_its_whole_way(client, sewing):
    namesake = plain_page(sewing, "Angebote", slug="angebote", summary="Was wir nähen")

    assert "Was wir nähen" in client.get("/de/angebote/naehen/angebote/").content.decode()
    assert client.get("/de/naehen/").status_code == 404
    assert client.get("/de/naehen/angebote/").status_code == 404
    assert namesake.url == "/de/angebote/naehen/angebote/"


def test_a_page_that_is_not_published_is_missed(client, sewing):
    sewing.unpublish()

    assert client.get("/de/angebote/naehen/").status_code == 404


def test_a_published_page_is_found_below_one_that_is_not(client, sewing):
    sewing.get_parent().unpublish()

    assert client.get("/de/angebote/naehen/").status_code == 200


def test_a_kind_of_page_may_have_addresses_of_its_own_below_it(client, sewing, monkeypatch):
    def route(page, request, names):
        assert names == ["2026", "mai"]
        return RouteResult(page)

    monkeypatch.setattr(StandardPage, "route", route)

    assert "<h1>Angebote</h1>" in client.get("/de/angebote/2026/mai/").content.decode()


def test_the_way_is_found_where_the_home_page_is_not_published(client, home, sewing):
    Page.objects.filter(pk=home.pk).update(live=False)

    assert client.get("/de/").status_code == 404
    assert client.get("/de/angebote/naehen/").status_code == 200
