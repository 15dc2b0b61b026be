from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.http import FileResponse
from django.test import Client
from PIL import Image
from wagtail.models import (
    BaseViewRestriction,
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
)

from pages.pictures.models import Consent, Picture
from pages.whole import WholeFiles
from tests.make.outages import no_place
from tests.make.pictures import document, picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def family():
    """A collection that only people who are logged in may look into."""
    collection = Collection.get_first_root_node().add_child(name="Familientreff")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=BaseViewRestriction.LOGIN
    )
    return collection


@pytest.mark.parametrize("form", ["avif", "webp", "jpeg"])
def test_a_sized_picture_is_made_when_asked_for_and_kept_by_browsers(client, form):
    image = picture(size=(500, 400))

    response = client.get(image.sized_url(f"fill-420x315|format-{form}"))

    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"image/{form}"
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    with Image.open(BytesIO(response.getvalue())) as got:
        assert got.size == (420, 315)
        assert got.format == form.upper()


def test_it_is_made_once(client):
    image = picture(size=(500, 400))
    url = image.sized_url("fill-420x315|format-webp")

    first, again = client.get(url).getvalue(), client.get(url).getvalue()

    assert first == again
    assert image.renditions.count() == 1


def test_while_the_disk_is_full_a_size_that_was_never_drawn_is_told_to_come_later(monkeypatch):
    client, image = Client(raise_request_exception=False), picture(size=(500, 400))
    url = image.sized_url("fill-420x315|format-webp")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(WholeFiles, "_save", no_place)
        full = client.get(url)
    later = client.get(url)

    assert full.status_code == 503
    assert full.headers["Retry-After"]
    assert full.headers["Cache-Control"] == "private, no-store"
    assert later.status_code == 200


def test_a_size_whose_file_was_lost_is_made_again(client):
    image = picture(size=(500, 400))
    url = image.sized_url("fill-420x315|format-webp")
    first = client.get(url).getvalue()
    image.renditions.get().file.delete(save=False)

    assert client.get(url).getvalue() == first


@pytest.mark.parametrize(
    "spec", ["width-9999|format-png", "fill-421x315|format-webp", "original", "fill-420x315|format-png"]
)
def test_strangers_cannot_have_other_sizes_made(client, spec):
    image = picture(size=(500, 400))

    assert client.get(image.sized_url(spec)).status_code == 404
    assert not image.renditions.exists()


def test_an_address_from_before_the_picture_was_replaced_makes_nothing(client):
    image = picture(size=(500, 400))
    url = image.sized_url("fill-420x315|format-webp").replace(image.version, "00000000")

    assert client.get(url).status_code == 404


def test_a_damaged_picture_is_not_found_and_the_operator_learns_of_it(client, caplog):
    image = picture(size=(500, 400))
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n damaged on disk")

    assert client.get(image.sized_url("fill-420x315|format-webp")).status_code == 404
    assert f"picture {image.pk}" in caplog.text


def test_without_consent_not_even_the_file_is_handed_out(client, admin_client):
    image = picture(size=(500, 400))
    url = image.sized_url("fill-420x315|format-webp")
    client.get(url).close()

    Picture.objects.update(consent=Consent.MISSING)

    assert client.get(url).status_code == 404
    response = admin_client.get(url)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-cache"
    response.close()


def test_a_drawing_cannot_do_anything_on_its_own_page(client):
    response = client.get(picture(name="logo.svg").sized_url("max-400x200"))

    assert response.headers["Content-Type"] == "image/svg+xml"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "sandbox" in response.headers["Content-Security-Policy"]
    body(response)


def test_asking_only_whether_it_is_there_is_answered_without_the_picture(client):
    sized = picture().get_rendition("width-20")

    response = client.head(sized.url)

    assert response.status_code == 200
    assert int(response.headers["Content-Length"]) == sized.file.size
    assert body(response) == b""


def test_a_browser_that_has_it_is_told_so(client):
    url = picture().get_rendition("width-20").url
    first = client.get(url)
    body(first)

    again = client.get(url, headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_originals_stay_in_the_house(client):
    image = picture()
    image.get_rendition("width-20")
    name = image.file.name.removeprefix("original_images/")

    for path in (
        image.file.name,
        f"images/../original_images/{name}",
        f"images/%2e%2e/original_images/{name}",
        f"images/..%2foriginal_images/{name}",
        f"images//../original_images/{name}",
    ):
        assert client.get(f"/media/{path}").status_code == 404, path


def test_documents_have_no_door_here(client):
    assert client.get(f"/media/{document().file.name}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["", "images/", "images", "images/none.png", "images/..", "quartier.sqlite3", "images/../../x.png"],
)
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(f"/media/{path}", follow=True).status_code == 404


def test_nothing_can_be_sent_here(client):
    assert client.post("/media/images/x.png").status_code == 405


def test_a_picture_that_is_there_costs_two_queries(client, django_assert_num_queries):
    url = picture().get_rendition("width-20").url

    with django_assert_num_queries(2):
        body(client.get(url))


def test_pictures_of_a_private_collection_are_hidden_from_strangers(client, family):
    private = picture(collection=family).get_rendition("width-20")
    open_to_all = picture().get_rendition("width-20")

    assert client.get(private.url).status_code == 404
    public = client.get(open_to_all.url)
    assert public.status_code == 200
    assert "public" in public.headers["Cache-Control"]
    body(public)


def test_a_folder_inside_a_private_one_is_private_too(client, family):
    inside = family.add_child(name="Fotos")

    assert client.get(picture(collection=inside).get_rendition("width-20").url).status_code == 404


def test_those_who_may_come_in_see_them_and_nobody_keeps_a_copy(client, django_user_model, family):
    private = picture(collection=family).get_rendition("width-20")
    client.force_login(django_user_model.objects.create_user("kim"))

    response = client.get(private.url)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response.headers["Vary"]
    body(response)


def test_editors_see_what_they_take_care_of(client, django_user_model, family):
    CollectionViewRestriction.objects.update(restriction_type=BaseViewRestriction.PASSWORD, password="geheim")
    editors = Group.objects.create(name="Redaktion")
    GroupCollectionPermission.objects.create(
        group=editors,
        collection=family,
        permission=Permission.objects.get(content_type__app_label="wagtailimages", codename="choose_image"),
    )
    editor, stranger = (django_user_model.objects.create_user(name) for name in ("kim", "robin"))
    editor.groups.add(editors)
    url = picture(collection=family).get_rendition("width-20").url

    client.force_login(stranger)
    assert client.get(url).status_code == 404
    client.force_login(editor)
    response = client.get(url)
    assert response.status_code == 200
    body(response)


def test_a_file_that_belongs_to_nobody_is_not_handed_out(client):
    sized = picture().get_rendition("width-20")
    path, url = Path(sized.file.path), sized.url
    content = path.read_bytes()
    Picture.objects.all().delete()
    path.write_bytes(content)

    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "x.png",
        "0.png",
        "-1.png",
        "٣.png",
        "1e9.png",
        "9" * 40 + ".png",
        "1.avif",
        "1..png",
        ".png",
        "9" * 300,
    ],
)
def test_a_name_that_is_not_ours_is_not_found(client, name):
    picture()

    assert client.get(f"/media/images/{name}", follow=True).status_code == 404


def test_a_document_is_handed_out_without_any_power(client):
    response = client.get(document(name="liste.txt", content=b"<script>alert(1)</script>").url)

    assert isinstance(response, FileResponse) or response.streaming
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    body(response)


def test_a_document_is_known_by_number_and_name(client):
    satzung = document()

    assert client.get(satzung.url.replace(satzung.filename, "andere.pdf")).status_code == 404


def test_a_lost_document_is_not_found(client):
    satzung = document()
    satzung.file.storage.delete(satzung.file.name)

    assert client.get(satzung.url).status_code == 404


def test_a_document_of_a_private_collection_asks_who_is_there(client, django_user_model, family):
    url = document(collection=family).url

    assert client.get(url).status_code == 302
    assert "login" in client.get(url).headers["Location"]

    client.force_login(django_user_model.objects.create_user("kim"))
    response = client.get(url)
    assert response.status_code == 200
    body(response)


def test_a_password_opens_a_private_collection(client, family):
    CollectionViewRestriction.objects.update(restriction_type=BaseViewRestriction.PASSWORD, password="geheim")
    url = document(collection=family).url

    question = client.get(url)

    policy = question.headers["Content-Security-Policy"]
    assert "sandbox" not in policy
    assert "form-action 'self'" in policy
    action = question.context_data["action_url"]
    client.post(action, {"password": "geheim", "return_url": url})
    response = client.get(url)
    assert response.status_code == 200
    assert response.streaming
    body(response)
