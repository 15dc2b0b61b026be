import pytest
from wagtail.models import BaseViewRestriction, CollectionViewRestriction

from tests.make.pictures import document

pytestmark = pytest.mark.django_db

FILM = bytes(range(256)) * 1000


@pytest.fixture
def film():
    return document("Sommerfest", "fest.mp4", FILM)


def ask(client, film, part, **headers):
    return client.get(film.url, headers={"Range": part, "Accept-Encoding": "gzip", **headers})


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-1", 0, 2),
        ("bytes=100-", 100, 256_000),
        ("bytes=255990-999999", 255_990, 256_000),
        ("bytes=-10", 255_990, 256_000),
        ("bytes=-999999", 0, 256_000),
        ("bytes=70000-200000", 70_000, 200_001),
    ],
)
def test_a_player_gets_the_part_of_a_film_that_it_asks_for(client, film, asked, start, stop):
    response = ask(client, film, asked)

    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {start}-{stop - 1}/256000"
    assert response.headers["Content-Length"] == str(stop - start)
    assert response.headers["Content-Type"] == "video/mp4"
    assert b"".join(response.streaming_content) == FILM[start:stop]


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=999999-1000000", "bytes=-0"])
def test_a_part_behind_the_end_is_refused_with_the_length(client, film, asked):
    response = ask(client, film, asked)

    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */256000"


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=-", "bytes=0-1,5-9", "metres=0-1", "bytes=a-b", "x" * 5000]
)
def test_who_asks_unclearly_gets_the_whole(client, film, asked):
    response = ask(client, film, asked)

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == FILM


def test_asking_only_for_the_length_never_cuts(client, film):
    response = client.head(film.url, headers={"Range": "bytes=0-1"})
    response.close()

    assert response.status_code == 200
    assert response.headers["Content-Length"] == "256000"
    assert response.headers["Accept-Ranges"] == "bytes"


def test_a_part_of_an_older_film_is_the_whole_of_the_new_one(client, film):
    same = ask(client, film, "bytes=0-1", **{"If-Range": f'"{film.file_hash}"'})
    other = ask(client, film, "bytes=0-1", **{"If-Range": '"older"'})

    assert (same.status_code, other.status_code) == (206, 200)
    assert b"".join(same.streaming_content) + b"".join(other.streaming_content) == FILM[:2] + FILM


def test_a_film_keeps_its_length_so_that_one_can_skip_in_it(client, film):
    response = client.get(film.url, headers={"Accept-Encoding": "gzip"})

    assert response.headers["Content-Length"] == "256000"
    assert "Content-Encoding" not in response.headers
    assert b"".join(response.streaming_content) == FILM


def test_text_is_compressed(client):
    response = client.get(document("Liste", "liste.txt", b"Tee, Kaffee, Kuchen. " * 500).url)
    small = client.get(
        document("Liste", "liste.txt", b"Tee, Kaffee, Kuchen. " * 500).url,
        headers={"Accept-Encoding": "gzip"},
    )

    assert len(b"".join(small.streaming_content)) < len(b"".join(response.streaming_content)) / 10
    assert small.headers["Content-Encoding"] == "gzip"


def test_a_part_of_a_private_film_is_private(client, film):
    CollectionViewRestriction.objects.create(
        collection=film.collection, restriction_type=BaseViewRestriction.LOGIN
    )

    assert ask(client, film, "bytes=0-1").status_code == 302


def test_a_part_of_a_lost_film_is_not_found(client, film):
    film.file.storage.delete(film.file.name)

    assert ask(client, film, "bytes=0-1").status_code == 404
