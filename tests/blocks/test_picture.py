from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from tests.make.bricks import BRICKS, shown, words
from tests.make.pictures import picture

block = BRICKS["picture"].child_blocks["picture"]


@pytest.fixture
def photo(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return picture(credit="Foto: Olena")


def used(photo, alt="Menschen tanzen", decorative=False):
    return {"image": photo.pk, "alt_text": alt, "decorative": decorative}


@pytest.mark.parametrize(
    ("alt", "decorative", "sentence"),
    [
        ("", False, "Bitte sagen Sie in einem Satz, was zu sehen ist"),
        ("  ", False, "Bitte sagen Sie in einem Satz, was zu sehen ist"),
        ("IMG_1234", False, "der Name einer Datei"),
        ("sommerfest-2026.JPG", False, "der Name einer Datei"),
    ],
)
def test_a_picture_without_words_cannot_be_published(photo, alt, decorative, sentence):
    value = block.to_python(used(photo, alt, decorative))

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)

    assert sentence in refused.value.block_errors["alt_text"].message
    assert block.clean_deferred(value).pk == photo.pk


@pytest.mark.parametrize(("alt", "decorative"), [("Menschen tanzen", False), ("", True)])
def test_a_described_or_decorative_picture_can(photo, alt, decorative):
    assert block.clean(block.to_python(used(photo, alt, decorative))).pk == photo.pk


@pytest.mark.parametrize(
    "consent",
    [{"consent": "missing"}, {"consent": "given", "consent_until": timezone.localdate() - timedelta(days=1)}],
)
def test_a_picture_without_consent_cannot_be_published_and_is_not_shown(photo, consent):
    for name, value in consent.items():
        setattr(photo, name, value)
    photo.save()
    value = block.to_python(used(photo))

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)

    assert "nicht oder nicht mehr zugestimmt" in refused.value.block_errors["image"].message
    assert not shown(("picture", {"picture": used(photo), "size": "text", "caption": "Fest"})).find(True)


@pytest.mark.parametrize("size", ["small", "text", "wide"])
def test_it_is_shown_with_caption_and_credit(photo, size):
    page = shown(("picture", {"picture": used(photo), "size": size, "caption": "Unser Fest"}))

    assert page.img["alt"] == "Menschen tanzen"
    assert words(page.figcaption) == "Unser Fest Foto: Olena"


def test_a_gallery_names_a_shared_credit_once(photo):
    items = [
        {"picture": used(photo), "caption": ""},
        {"picture": used(photo, "Noch ein Tanz"), "caption": ""},
    ]

    page = shown(("gallery", {"title": "", "pictures": items}))

    assert [image["alt"] for image in page.find_all("img")] == ["Menschen tanzen", "Noch ein Tanz"]
    assert words(page) == "Foto: Olena"
