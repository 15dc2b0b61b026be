"""Where addresses lead that are no longer, or not quite, those of a page."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from pages.home.models import HomePage
from tests.make.every_fact import translated
from tests.make.pages import plain_page


def test_nobody_is_led_in_circles_from_a_withdrawn_translation(client, home):
    page = plain_page(home, "Angebote", slug="angebote")
    translated(home, "ar")
    copy = translated(page, "ar", slug="angebote")
    copy.unpublish()

    answer = client.get("/ar/angebote/مثال/")

    assert answer.status_code == 404


def test_a_page_that_moved_below_its_old_place_is_not_looked_for_ever_deeper(client, home):
    new = plain_page(home, "Neu", slug="impressum")
    old = plain_page(new, "Impressum", slug="impressum")
    Redirect.objects.create(
        old_path="/de/impressum", site=home.get_site(), redirect_page=old, automatically_created=True
    )

    for address in ("/de/impressum/nix/", "/tr/impressum/nix/"):
        answer = client.get(address, follow=True)

        assert answer.status_code == 404
        assert len(answer.redirect_chain) <= 1


def test_who_may_read_a_closed_page_reads_it_in_his_language(client, home):
    page = plain_page(home, "Team", slug="team")
    translated(home, "ar")
    copy = translated(page, "ar", title="الفريق", slug="alfariq")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="offen")
    lock = PageViewRestriction.objects.get(page=page)

    stranger = client.get("/ar/team/")
    client.post(
        f"/de/_util/authenticate_with_password/{lock.pk}/{page.pk}/",
        {"password": "offen", "return_url": copy.url},
    )
    reader = client.get("/ar/team/").content.decode()

    assert "الفريق" not in stranger.content.decode()
    assert stranger.status_code == 200
    assert "alfariq" not in stranger.content.decode()
    assert "<h1>الفريق</h1>" in reader
    assert f'href="{copy.url}"' in reader


def test_a_withdrawn_text_stays_withdrawn_while_the_home_page_is_not_published(client, home):
    page = plain_page(home, "Chor", slug="chor")
    translated(home, "ar")
    copy = translated(page, "ar", slug="jawqa")
    page.unpublish()
    open_page = plain_page(home, "Garten", slug="garten")
    HomePage.objects.filter(pk=home.pk).update(live=False)

    assert client.get(copy.url).status_code == 404
    assert client.get(open_page.url).status_code == 200
    assert client.get("/ar/garten/").status_code == 200


def test_an_address_without_a_page_is_answered_in_a_language_that_the_house_speaks(client, home):
    centre = home.get_site().centre
    centre.languages = ["tr"]
    centre.save()

    assert '<html lang="de"' in client.get("/ru/nix/").content.decode()
    assert '<html lang="tr"' in client.get("/tr/nix/").content.decode()
    assert Page.objects.filter(slug="nix").count() == 0
