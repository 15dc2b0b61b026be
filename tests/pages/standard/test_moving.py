from django.urls import reverse

from tests.make.editing import editor, filled
from tests.make.pages import plain_page


def test_a_page_with_a_new_address_is_found_under_its_old_one(
    client, home, django_capture_on_commit_callbacks
):
    page = plain_page(home, "Über uns", slug="ueber-uns")
    plain_page(page, "Team", slug="team")
    client.force_login(editor())
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    data = filled(client.get(address).content.decode(), slug="wir")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {**data, "action-publish": "1"})

    assert client.get("/de/wir/").status_code == 200
    assert client.get("/de/ueber-uns/")["Location"] == "/de/wir/"
    assert client.get("/de/ueber-uns/team/")["Location"] == "/de/wir/team/"


def test_a_page_that_moved_is_found_under_its_old_address(client, home):
    old, new = plain_page(home, "Rat", slug="rat"), plain_page(home, "Hilfe", slug="hilfe")
    page = plain_page(old, "Miete", slug="miete")
    client.force_login(editor())

    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, new.pk]))

    assert client.get("/de/rat/miete/", follow=True).redirect_chain == [("/de/hilfe/miete/", 301)]
