"""The storage itself: what Django and Wagtail expect of one, and what can go wrong on the way."""

import time

import pytest
from botocore.exceptions import ClientError
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile

from quartier.storing import bucket as module
from quartier.storing.bucket import Bucket, StoreGoneError

LONG = bytes(range(256)) * 4000


@pytest.fixture
def shelf(bucket):
    return Bucket("media")


def test_what_is_saved_is_read_again_from_anywhere(shelf):
    name = shelf.save("films/fest.mp4", ContentFile(LONG))

    with shelf.open(name) as film:
        assert film.size == len(LONG)
        film.seek(500_000)
        assert film.read(20) == LONG[500_000:500_020]
        film.seek(-5, 2)
        assert film.read() == LONG[-5:]
        film.seek(0)
        assert film.read() == LONG
    assert film.open().read(3) == LONG[:3]


def test_an_empty_file_is_an_empty_file(shelf):
    with shelf.open(shelf.save("leer.txt", ContentFile(b""))) as empty:
        assert (empty.size, empty.read()) == (0, b"")


def test_nothing_is_overwritten(shelf):
    first = shelf.save("satzung.pdf", ContentFile(b"one"))
    second = shelf.save("satzung.pdf", ContentFile(b"two"))

    assert first != second
    assert [shelf.open(name).read() for name in (first, second)] == [b"one", b"two"]


def test_not_even_by_two_at_the_same_moment(shelf, monkeypatch):
    first = shelf.save("liste.txt", ContentFile(b"one"))
    monkeypatch.setattr(shelf, "exists", lambda name: False)
    names = iter([first, "liste_2.txt"])
    monkeypatch.setattr(shelf, "get_available_name", lambda name, max_length=None: next(names))

    second = shelf.save("liste.txt", ContentFile(b"two"))

    assert second == "liste_2.txt"
    assert shelf.open(first).read() == b"one"


def test_a_store_that_knows_no_conditions_gets_none(shelf, monkeypatch):
    put, asked = shelf._store.put_object, []

    def old(**what):
        asked.append(what.pop("IfNoneMatch", None))
        if asked[-1]:
            error = {"Error": {"Code": "NotImplemented"}, "ResponseMetadata": {"HTTPStatusCode": 501}}
            raise ClientError(error, "PutObject")
        return put(**what)

    monkeypatch.setattr(shelf._store, "put_object", old)

    assert shelf.open(shelf.save("alt.txt", ContentFile(b"words"))).read() == b"words"
    assert asked == ["*", None]


def test_folders_of_one_bucket_do_not_see_each_other(shelf):
    shelf.save("one/a.txt", ContentFile(b"a"))

    assert Bucket("private").exists("one/a.txt") is False
    assert shelf.listdir("one") == ([], ["a.txt"])
    assert "one" in shelf.listdir("")[0]


@pytest.mark.parametrize("name", ["../private/a", "a/../../private/a", "..", "", "a\\..\\..\\private/a"])
def test_no_name_leads_out_of_its_folder(shelf, name):
    with pytest.raises(SuspiciousFileOperation):
        shelf.open(name)


def test_addresses_lead_to_our_own_door(shelf):
    assert shelf.url("images/1.ä.png") == "/media/images/1.%C3%A4.png"


def test_what_is_lost_is_not_found(shelf):
    shelf.delete("nowhere.png")

    assert not shelf.exists("nowhere.png")
    for ask in (shelf.open, shelf.size, shelf.get_modified_time):
        with pytest.raises(FileNotFoundError):
            ask("nowhere.png")


def test_a_store_that_does_not_answer_is_left_alone_for_a_while(no_bucket, monkeypatch):
    shelf = Bucket("media")

    with pytest.raises(StoreGoneError):
        shelf.exists("a.png")
    monkeypatch.setattr(Bucket, "_store", None)  # to ask it again would fail in another way
    with pytest.raises(StoreGoneError):
        shelf.exists("a.png")
    later = time.monotonic() + module.SILENCE
    monkeypatch.setattr(module.time, "monotonic", lambda: later)
    with pytest.raises(AttributeError):
        shelf.exists("a.png")


def test_a_bucket_that_is_not_there_is_no_lost_file(shelf, settings):
    settings.S3 = {**settings.S3, "name": "nobody"}

    with pytest.raises(StoreGoneError):
        shelf.open("a.png")
