"""What somebody of a partner can point to, and what a chooser tells of it."""

import json
from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from pages.passages.models import Passage
from pages.people.models import Person
from tests.make.bricks import stack, words
from tests.make.editing import filled, volunteer
from tests.make.pages import plain_page
from tests.make.pictures import drawing, picture
from tests.site.accounts.test_doors import is_shut, is_silent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


@pytest.fixture(autouse=True)
def _search_without_an_index(settings):
    """Tests run without migrations, and so without SQLite's full text search."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database.fallback"}}


def browse(client, page=None, **query):
    name = "wagtailadmin_choose_page_child" if page else "wagtailadmin_choose_page"
    return client.get(reverse(name, args=[page.pk] if page else []), query)


def looked_for(client, text, **query):
    return client.get(reverse("wagtailadmin_choose_page_search"), {"q": text, **query})


def titles(response):
    """What is offered in a list, or named on the way to it."""
    html = response.json()["html"] if "json" in response.headers["Content-Type"] else response.content
    soup = BeautifulSoup(html, "html.parser")
    return {words(each) for each in soup.select("a, td, li, .title")}


def test_one_chooses_among_what_everybody_may_read(client, lina, neighbours):
    below_home, below_area = browse(client), browse(client, neighbours.area)

    for title in ("Partner", "Angebote"):
        assert title in below_home.json()["html"]
    for title in ("Nähcafé", "Beratung"):
        assert title in below_area.json()["html"]
    assert is_silent(below_home)
    assert is_silent(below_area)


KINDS = [
    *("wagtailcore.page", "standard.standardpage", "partners.partnerpage", "services.servicepage"),
    *("enquiries.formpage", "services.servicepage,standard.standardpage"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_tells_more(client, lina, neighbours, kind):
    for response in (
        browse(client, page_type=kind),
        browse(client, neighbours.area, page_type=kind, multiple="1"),
        looked_for(client, "Marderhund", page_type=kind),
        looked_for(client, "Wolpertinger", page_type=kind),
    ):
        assert response.status_code == HTTPStatus.OK
        assert not titles(response) & {"Marderhund", "Wolpertinger", "Wolpertinger neu"}


def test_nobody_looks_below_what_is_not_for_everybody(client, lina, neighbours):
    below = plain_page(neighbours.draft, "Höhle")
    for page in (neighbours.private_page, neighbours.draft, below):
        assert is_shut(browse(client, page))


def test_what_lies_below_a_draft_is_not_found(client, lina, neighbours):
    plain_page(neighbours.draft, "Höhle")

    assert not titles(looked_for(client, "Höhle")) & {"Wolpertinger", "Höhle"}


def test_a_search_finds_what_everybody_may_read(client, lina, neighbours):
    assert "Beratung" in titles(looked_for(client, "Beratung"))
    assert "Nähcafé" in titles(looked_for(client, "Nähcafé"))


def test_no_number_tells_a_title(client, lina, neighbours):
    address = reverse("wagtailadmin_choose_page_chosen_multiple")

    assert is_shut(client.get(address, {"id": neighbours.private_page.pk}))


@pytest.mark.parametrize("host", ["http://testserver", ""])
def test_no_address_of_the_house_tells_a_title(client, lina, neighbours, host):
    answer = client.post(
        reverse("wagtailadmin_choose_page_external_link"),
        {
            "external-link-chooser-url": host + neighbours.private_page.url,
            "external-link-chooser-link_text": "",
        },
    )

    assert is_shut(answer)
    assert is_silent(answer)


def test_a_link_to_elsewhere_is_fine(client, lina, neighbours):
    address = reverse("wagtailadmin_choose_page_external_link")

    assert client.get(address).status_code == HTTPStatus.OK
    answer = client.post(
        address,
        {
            "external-link-chooser-url": "https://example.org/",
            "external-link-chooser-link_text": "Da",
        },
    )
    assert answer.json()["result"]["url"] == "https://example.org/"


def test_volunteers_choose_as_before(client, neighbours):
    client.force_login(volunteer())

    assert "Marderhund" in browse(client, neighbours.home).content.decode()


def sent(client, page, door="edit", **changes):
    form = filled(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, **changes)
    return client.post(reverse(f"wagtailadmin_pages:{door}", args=[page.pk]), form)


def teaser(page):
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "teaser",
        "body-0-id": "",
        "body-0-value-page": page.pk,
        "body-0-value-own_title": "",
        "body-0-value-own_summary": "",
        "body-0-value-own_picture": "",
    }


def link_in_text(page):
    text = {
        "blocks": [
            {
                "key": "a",
                "text": "Da",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 2, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page.pk}}},
    }
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "",
        "body-0-value": json.dumps(text),
    }


def form_of_registration(page):
    return {"registration_form": page.pk}


def the_partner(page):
    return {"partner": page.pk}


@pytest.mark.parametrize("door", ["edit", "preview_on_edit"])
@pytest.mark.parametrize("pointing", [teaser, link_in_text])
@pytest.mark.parametrize("name", ["private_page", "draft"])
def test_no_form_points_to_what_one_may_not_see(client, lina, neighbours, door, pointing, name):
    page, before = neighbours.own_service, neighbours.own_service.latest_revision_id

    answer = sent(client, page, door, title="", **pointing(getattr(neighbours, name)))
    kept = sent(client, page, door, **pointing(getattr(neighbours, name)))

    assert is_shut(answer)
    assert is_shut(kept)
    page.refresh_from_db()
    assert page.latest_revision_id == before


@pytest.mark.parametrize("pointing", [teaser, link_in_text])
def test_a_form_points_to_what_everybody_may_read(client, lina, neighbours, pointing):
    answer = sent(client, neighbours.own_service, **pointing(neighbours.other_service))

    assert not is_shut(answer)
    neighbours.own_service.refresh_from_db()
    assert neighbours.own_service.has_unpublished_changes


def test_a_partner_that_is_not_for_everybody_is_not_named(client, lina, neighbours):
    neighbours.other_partner.unpublish()

    assert is_shut(sent(client, neighbours.own_service, **the_partner(neighbours.other_partner)))


def test_what_the_house_has_put_there_may_stay(client, lina, neighbours):
    page = neighbours.own_service
    page.body = stack(
        (
            "teaser",
            {"page": neighbours.draft.pk, "own_title": "", "own_summary": "", "own_picture": None},
        )
    )
    page.save_revision().publish()

    assert not is_shut(sent(client, page, title="Neu", **teaser(neighbours.draft)))


def test_a_form_that_no_browser_sends_is_turned_away(client, lina, neighbours):
    address = reverse("wagtailadmin_pages:edit", args=[neighbours.own_service.pk])

    assert is_shut(client.post(address, {"title": "Neu"}))


def test_people_are_chosen_and_not_changed(client, lina, neighbours):
    kim = Person.objects.create(name="Kim Weber")

    chosen = client.get(reverse("wagtailsnippetchoosers_people_person:choose"))

    assert "Kim Weber" in chosen.content.decode()
    assert is_shut(client.get(reverse("wagtailsnippets_people_person:edit", args=[kim.pk])))


def test_drafts_of_reusable_content_are_not_named(client, lina, neighbours):
    draft = Passage.objects.create(name="Marderhund", live=False)

    answer = client.get(reverse("wagtailsnippetchoosers_passages_passage:choose"))
    kept = sent(
        client,
        neighbours.own_service,
        **{
            "body-count": "1",
            "body-0-deleted": "",
            "body-0-order": "0",
            "body-0-type": "passage",
            "body-0-id": "",
            "body-0-value": draft.pk,
        },
    )

    assert is_shut(answer)
    assert is_shut(kept)


def test_one_uploads_pictures_to_ones_own_place_and_chooses_those(client, lina, neighbours):
    theirs = picture("Fremdes Bild")
    form = client.get(reverse("wagtailimages_chooser:choose"))
    assert "Fremdes Bild" not in form.content.decode()

    answer = client.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Logo",
            "image-chooser-upload-alt_de": "Eine Linde",
            "image-chooser-upload-consent": "not-needed",
            "image-chooser-upload-file": SimpleUploadedFile("logo.png", drawing(), "image/png"),
        },
    )

    made = answer.json()["result"]
    own = Collection.objects.get(name="Partner: Stiftung Linde")
    assert [each.title for each in type(theirs).objects.filter(collection=own)] == ["Logo"]
    assert "Logo" in client.get(reverse("wagtailimages_chooser:choose")).content.decode()
    assert client.get(reverse("wagtailimages_chooser:chosen", args=[made["id"]])).status_code == 200
    assert is_shut(client.get(reverse("wagtailimages_chooser:chosen", args=[theirs.pk])))
    assert is_shut(client.get(reverse("wagtailimages:edit", args=[made["id"]])))


def test_a_picture_of_a_private_collection_is_not_chosen_by_number(client, lina, neighbours):
    closed = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    secret = picture("Marderhund", collection=closed)

    answer = sent(client, neighbours.own_partner, logo=secret.pk)

    assert is_shut(answer)
    assert is_shut(client.get(reverse("wagtailimages_chooser:chosen", args=[secret.pk])))


def test_the_first_screen_names_ones_own_pages_alone(client, lina, neighbours):
    desk = client.get(reverse("wagtailadmin_home"))

    said = desk.content.decode()
    assert "Ihre Seiten" in said
    assert all(title in said for title in ("Stiftung Linde", "Nähcafé"))
    assert not any(title in said for title in ("Chor", "Beratung", "Marderhund", "Wolpertinger"))
    assert "reports" not in said
    assert "SearchModule" not in said


def test_the_draft_of_a_page_above_is_not_told(client, lina, neighbours):
    neighbours.area.title = "Wolpertinger"
    neighbours.area.save_revision()

    edit = client.get(reverse("wagtailadmin_pages:edit", args=[neighbours.own_service.pk]))

    assert edit.status_code == HTTPStatus.OK
    assert is_silent(edit)
