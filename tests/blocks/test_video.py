import pytest
from django.core.cache import cache
from wagtail.blocks.struct_block import StructBlockValidationError

from tests.make.bricks import BRICKS, shown
from tests.make.pictures import document, picture

block = BRICKS["video"]
EMPTY = {
    "title": "Ein Rundgang",
    "address": "",
    "file": None,
    "subtitles": None,
    "picture": None,
    "transcript": "",
}
VIMEO = "https://vimeo.com/76979871"


@pytest.fixture
def files(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return {
        None: None,
        "film": document(name="film.mp4").pk,
        "letter": document(name="brief.pdf").pk,
        "subtitles": document(name="film.vtt", content=b"WEBVTT").pk,
    }


@pytest.mark.parametrize(
    ("address", "file", "subtitles", "transcript", "fields"),
    [
        (VIMEO, None, None, "", set()),
        ("", "film", "subtitles", "", set()),
        ("", "film", None, "<p>Wir gehen hinein.</p>", set()),
        ("", None, None, "", {"address"}),
        (VIMEO, "film", "subtitles", "", {"address"}),
        ("https://example.org/film", None, None, "", {"address"}),
        ("", "letter", "subtitles", "", {"file"}),
        ("", "film", "letter", "", {"subtitles"}),
        ("", "film", None, "", {"subtitles"}),
    ],
)
def test_what_keeps_a_film_from_being_published_is_said_at_the_field(
    files, address, file, subtitles, transcript, fields
):
    chosen = {
        "address": address,
        "file": files[file],
        "subtitles": files[subtitles],
        "transcript": transcript,
    }
    value = block.to_python({**EMPTY, **chosen})

    found = set()
    try:
        block.clean(value)
    except StructBlockValidationError as refused:
        found = set(refused.block_errors)

    assert found == fields
    assert block.clean_deferred(value)["title"] == "Ein Rundgang"


def test_nothing_comes_from_elsewhere_before_the_reader_asks_for_it():
    page = shown(("video", {**EMPTY, "address": VIMEO}))

    card = page.find(attrs={"data-embed": True})
    assert not page.find_all(["iframe", "img", "video"])
    assert "Erst wenn Sie es laden, erfährt Vimeo Ihre Internet-Adresse." in card.text
    assert card["data-embed"] == "https://player.vimeo.com/video/76979871?dnt=1"
    assert card.button.has_attr("hidden")
    assert card.a["href"] == VIMEO
    assert card.a.text == "„Ein Rundgang“ bei Vimeo ansehen"


def test_a_film_of_our_own_has_subtitles_and_waits_to_be_started(files):
    page = shown(("video", {**EMPTY, "file": files["film"], "subtitles": files["subtitles"]}))

    assert page.video["preload"] == "none"
    assert page.video.source["type"] == "video/mp4"
    assert page.video.track["kind"] == "captions"
    assert page.video.track["srclang"] == "de"
    assert not page.find("script")


def test_what_is_said_can_be_read():
    page = shown(("video", {**EMPTY, "address": VIMEO, "transcript": "<p>Wir gehen hinein.</p>"}))

    assert page.details.summary.text.strip() == "„Ein Rundgang“ als Text"
    assert "Wir gehen hinein." in page.details.text


def test_before_a_film_of_our_own_its_picture_is_seen_and_a_lost_one_does_no_harm(files, caplog):
    image = picture()
    film = ("video", {**EMPTY, "file": files["film"], "picture": image.pk})

    shown_before = shown(film).video["poster"]
    made_meanwhile = image.renditions.count()
    image.file.storage.delete(image.file.name)
    cache.clear()
    without = shown(film)

    assert shown_before.startswith("/media/images/")
    assert shown_before.endswith(".jpg")
    assert made_meanwhile == 0
    assert not without.video.has_attr("poster")
    assert f"picture {image.pk}" in caplog.text


def test_only_a_peertube_that_the_operator_trusts_is_framed(settings):
    settings.PEERTUBE_HOSTS = ["tube.example.org"]
    trusted, other = ("https://tube.example.org/w/12345678", "https://tube.other.example/w/12345678")

    assert block.to_python({**EMPTY, "address": trusted}).player
    assert block.to_python({**EMPTY, "address": other}).player is None
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({**EMPTY, "address": other}))
    assert "tube.example.org" in refused.value.block_errors["address"].message
