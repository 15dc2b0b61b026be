import gzip

import brotli
import pytest
from django.http import HttpResponse

from quartier.files import CompressText

WORDS = "Kommen Sie herein. " * 40


def answer(rf, accepted, path="/de/", **headers):
    """What the compressor makes of a page for a browser that takes these encodings."""
    page = HttpResponse(WORDS, headers=headers)
    request = rf.get(path, headers={"Accept-Encoding": accepted})
    return CompressText(lambda request: page)(request)


@pytest.mark.parametrize("accepted", ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, br;q=1.0"])
def test_a_page_comes_as_brotli_to_those_who_take_it(rf, accepted):
    page = answer(rf, accepted)

    assert page.headers["Content-Encoding"] == "br"
    assert brotli.decompress(page.content).decode() == WORDS
    assert page.headers["Content-Length"] == str(len(page.content))
    assert "Accept-Encoding" in page.headers["Vary"]


@pytest.mark.parametrize("accepted", ["gzip", "gzip, br;q=0", "gzip, brave"])
def test_others_get_gzip(rf, accepted):
    page = answer(rf, accepted)

    assert page.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(page.content).decode() == WORDS


def test_who_takes_neither_gets_the_page_as_it_is(rf):
    assert answer(rf, "").content.decode() == WORDS


def test_the_editors_side_does_not_tell_the_length_of_its_secrets(rf):
    assert answer(rf, "br, gzip", path="/admin/").headers["Content-Encoding"] == "gzip"


def test_what_is_compressed_already_is_left_alone(rf):
    page = answer(rf, "br", **{"Content-Encoding": "gzip"})

    assert page.content.decode() == WORDS


def test_pictures_are_left_alone(rf):
    page = answer(rf, "br", **{"Content-Type": "image/png"})

    assert "Content-Encoding" not in page.headers


def test_a_compressed_answer_is_known_by_its_words_and_not_by_its_bytes(rf):
    assert answer(rf, "br", ETag='"abc"').headers["ETag"] == 'W/"abc"'
