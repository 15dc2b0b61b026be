import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Locale, PageViewRestriction

from pages.pictures.models import Consent
from tests.make.bricks import BRICKS, shown, words
from tests.make.pages import plain_page
from tests.make.pictures import picture


def teaser(page, **own):
    return ("teaser", {"page": page.pk, "own_title": "", "own_summary": "", "own_picture": None, **own})


def columns(*cells):
    return ("grid", {"columns": "3", "cells": [{"type": name, "value": value} for name, value in cells]})


def test_it_shows_the_page_as_it_is_now(home):
    page = plain_page(home, title="Nähcafé", summary="Donnerstags")
    brick = teaser(page)
    page.title, page.summary = "Nähtreff", "Freitags"
    page.save()

    assert words(shown(brick)) == "Nähtreff Freitags"
    assert shown(brick).a["href"] == "/de/naehcafe/"


def test_what_was_said_here_wins(home):
    page = plain_page(home, title="Nähcafé", summary="Donnerstags")

    assert words(shown(teaser(page, own_title="Nähen lernen"))) == "Nähen lernen Donnerstags"
    assert words(shown(teaser(page, own_summary="Mit Tee"))) == "Nähcafé Mit Tee"


def test_it_never_shows_what_not_everyone_may_read(home):
    draft = plain_page(home, title="Entwurf", live=False)
    staff = plain_page(home, title="Nur fürs Team")
    PageViewRestriction.objects.create(page=staff, restriction_type=PageViewRestriction.LOGIN)
    below = plain_page(staff, title="Darunter")

    for page in (draft, staff, below):
        assert not shown(teaser(page, own_title="Trotzdem")).find(True)
        assert not shown(columns(("teaser", teaser(page)[1]))).find(True)


def test_readers_get_the_page_in_their_language_if_there_is_one(home):
    arabic = Locale.objects.create(language_code="ar")
    home.copy_for_translation(arabic).save_revision().publish()
    page, other = plain_page(home, title="Angebote"), plain_page(home, title="Räume")
    there = page.copy_for_translation(arabic)
    there.title = "عروض"
    there.save_revision().publish()

    with translation.override("ar"):
        arabic_card, german_card = shown(teaser(page)), shown(teaser(other))

    assert words(arabic_card) == "عروض"
    assert not arabic_card.find(lang=True)
    assert german_card.find(lang="de").text.strip() == "Räume"


def test_twelve_teasers_cost_no_more_questions_than_two(home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    photo = picture()
    pages = [plain_page(home, title=f"Seite {number}", picture=photo) for number in range(12)]

    def questions(some):
        brick = columns(*[("teaser", teaser(page)[1]) for page in some])
        shown(brick)
        with CaptureQueriesContext(connection) as asked:
            assert len(shown(brick).find_all("article")) == len(some)
        return len(asked)

    assert questions(pages[:2]) == questions(pages)


@pytest.mark.usefixtures("own_files")
@pytest.mark.parametrize("kept", [int, lambda key: {"image": key, "alt_text": "Naht", "decorative": False}])
def test_another_picture_asks_for_no_words_and_reads_those_that_were_kept(home, kept):
    page, own = plain_page(home, title="Nähcafé", picture=picture()), picture(title="Naht")

    card = shown(teaser(page, own_picture=kept(own.pk)))

    assert f"/{own.pk}." in card.img["src"]
    assert card.img["alt"] == ""


@pytest.mark.usefixtures("own_files")
def test_another_picture_needs_the_consent_of_those_it_shows(home):
    block, page = BRICKS["teaser"], plain_page(home)
    agreed, missing = picture(), picture(consent=Consent.MISSING)

    assert block.clean(block.to_python(teaser(page, own_picture=agreed.pk)[1]))
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(teaser(page, own_picture=missing.pk)[1]))
    assert set(refused.value.block_errors) == {"own_picture"}
