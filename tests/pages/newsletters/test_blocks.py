import pytest
from django.utils import translation
from wagtail import hooks
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from pages.newsletters.blocks import SectionBlock
from pages.newsletters.kinds import TITLES
from pages.newsletters.models import NewsletterPage
from pages.newsletters.streams import LetterStream
from tests.make.newsletters import issue, letter
from tests.make.pages import plain_page

BRICKS = {
    name: brick for name, brick in LetterStream().child_blocks.items() if isinstance(brick, SectionBlock)
}
every_section = pytest.mark.parametrize("name", BRICKS)


def test_each_kind_has_a_brick_that_gives_it_its_place():
    assert set(BRICKS) == set(TITLES)


@every_section
def test_an_editor_finds_it_with_a_german_sentence_about_it(name):
    known = {path for add in hooks.get_hooks("register_icons") for path in add([])}
    meta = BRICKS[name].meta
    with translation.override("en"):
        english = str(meta.description), str(meta.label)

    assert f"wagtailadmin/icons/{meta.icon}.svg" in known
    assert (str(meta.description), str(meta.label)) != english
    assert str(meta.description).endswith(".")


def offered(*bricks):
    """The words that a translator gets to see."""
    segments = StreamFieldSegmentExtractor(NewsletterPage.body.field).handle_stream_block(letter(*bricks))
    typed = (each for each in segments if isinstance(each, StringSegmentValue) and not each.is_empty())
    return [each.render_text() for each in typed]


def test_a_title_is_translated_and_a_section_without_one_asks_for_nothing():
    assert offered(*BRICKS) == []
    assert offered(("events", {"title": "Feiern"}), "pages") == ["Feiern"]


def test_a_blank_in_a_title_is_shown_to_nobody(read, home, index):
    body = [("pages", {"title": "[[wie heißt das?]]"})]
    made = issue(index, about=[plain_page(home, title="Garten")], body=body)

    assert read(made.url).titles("h2") == ["Auch lesenswert"]


def test_a_title_breaks_nothing(read, home, index):
    body = [("pages", {"title": "</h2><script>alert(1)</script>"})]
    made = issue(index, about=[plain_page(home, title="Garten")], body=body)

    assert read(made.url).titles("h2") == ["</h2><script>alert(1)</script>"]
