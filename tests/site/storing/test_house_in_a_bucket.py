"""Pictures, documents and what residents send lie in a bucket; every door works as with folders."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.utils import timezone
from environs import Env, EnvError
from PIL import Image
from wagtail.models import BaseViewRestriction, CollectionViewRestriction

from pages.enquiries import forgetting
from pages.enquiries.storing import private
from pages.pictures.models import Rendition
from quartier.settings import storing
from tests.make import store
from tests.make.pictures import document, picture

pytestmark = pytest.mark.django_db

FILM = bytes(range(256)) * 20_000
SPEC = "fill-420x315|format-webp"


def test_a_picture_is_drawn_from_there_and_comes_out_of_its_door(bucket, client):
    image = picture(size=(500, 400))

    response = client.get(image.sized_url(SPEC))

    assert response.status_code == 200
    with Image.open(BytesIO(response.getvalue())) as got:
        assert got.size == (420, 315)


def test_a_size_that_is_there_is_asked_for_once(bucket, client):
    url = picture(size=(500, 400)).sized_url(SPEC)
    first = client.get(url)
    content = first.getvalue()
    bucket.clear()

    again = client.get(url)

    assert again.getvalue() == content
    assert [operation for operation, _range in bucket] == ["GetObject"]


def test_who_has_a_picture_already_costs_the_store_nothing(bucket, client):
    url = picture(size=(500, 400)).sized_url(SPEC)
    first = client.get(url)
    first.getvalue()
    bucket.clear()

    again = client.get(url, headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    assert bucket == []


def test_a_size_whose_file_was_lost_is_drawn_again_under_its_name(bucket, client):
    image = picture(size=(500, 400))
    url = image.sized_url(SPEC)
    first = client.get(url).getvalue()
    Rendition.objects.get().file.storage.delete(Rendition.objects.get().file.name)

    assert client.get(url).getvalue() == first
    assert Rendition.objects.get().url == url


def test_a_player_gets_its_part_of_a_film_and_nothing_else_is_fetched(bucket, client):
    film = document("Sommerfest", "fest.mp4", FILM)
    bucket.clear()

    response = client.get(film.url, headers={"Range": "bytes=4000000-4000099"})

    assert response.status_code == 206
    assert b"".join(response.streaming_content) == FILM[4_000_000:4_000_100]
    assert response.headers["Content-Type"] == "video/mp4"
    assert ("GetObject", "bytes=4000000-") in bucket


def test_a_whole_document_is_whole(bucket, client):
    film = document("Sommerfest", "fest.mp4", FILM)

    response = client.get(film.url)

    assert response.headers["Content-Length"] == str(len(FILM))
    assert b"".join(response.streaming_content) == FILM


def test_a_private_collection_is_private_here_too(bucket, client):
    image, paper = picture(), document()
    CollectionViewRestriction.objects.create(
        collection=image.collection, restriction_type=BaseViewRestriction.LOGIN
    )

    assert client.get(image.get_rendition("width-20").url).status_code == 404
    assert client.get(paper.url).status_code == 302


def test_a_lost_document_is_not_found(bucket, client):
    paper = document()
    paper.file.storage.delete(paper.file.name)

    assert client.get(paper.url).status_code == 404


def test_originals_and_documents_have_no_address_among_the_pictures(bucket, client):
    image, paper = picture(), document()

    assert client.get(f"/media/{image.file.name}").status_code == 404
    assert client.get(f"/media/{paper.file.name}").status_code == 404


def test_what_residents_send_lies_apart_and_strays_are_swept(bucket, client):
    kept = private()
    name = kept.save("x", ContentFile(b"secret"))

    assert client.get(f"/media/{name}", follow=True).status_code == 404
    assert forgetting.sweep() == 0
    assert forgetting.sweep(timezone.now() + timedelta(days=2)) == 1
    assert not kept.exists(name)


def test_while_the_store_is_gone_pages_name_their_pictures_and_pictures_say_later(
    client, settings, own_files, tmp_path
):
    image, paper = picture(size=(500, 400)), document()
    store.move_in(settings, "http://127.0.0.1:9")

    html = Template("{% load pictures %}{% responsive picture 'card' %}").render(Context({"picture": image}))
    answers = [client.get(image.sized_url(SPEC)), client.get(paper.url)]

    assert "<img" in html
    assert [answer.status_code for answer in answers] == [503, 503]
    assert {answer.headers["Cache-Control"] for answer in answers} == {"private, no-store"}


def test_a_bucket_without_keys_does_not_start(monkeypatch):
    monkeypatch.setenv("S3_BUCKET", "house")

    with pytest.raises(EnvError):
        storing.bucket(Env())


def test_without_a_bucket_files_lie_in_folders():
    assert storing.storages(storing.bucket(Env())) == storing.FOLDERS
