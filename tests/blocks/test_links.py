import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.links import LinkBlock, href
from tests.make.bricks import shown
from tests.make.pages import plain_page


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("030 5550-100", "tel:0305550100"),
        ("+49 (0)30 / 55 50-100", "tel:+49305550100"),
        ("112", "tel:112"),
        ("(030) 12 34", "tel:0301234"),
        ("tel:+49305550100", "tel:+49305550100"),
        ("post@lindenplatz.example", "mailto:post@lindenplatz.example"),
        (" mailto:post@lindenplatz.example ", "mailto:post@lindenplatz.example"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org", "http://example.org"),
    ],
)
def test_what_one_types_becomes_an_address(typed, address):
    assert href(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "www.example.org",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//https://example.org",
        "data:text/html,x",
        "//evil.example",
        "/intern",
        "ftp://example.org",
        "https://",
        "@",
        "12",
        "030 (1)",
        "1 2 3 4",
        "-----",
        "https://example.org\nSet-Cookie: x",
    ],
)
def test_anything_else_is_refused(typed):
    with pytest.raises(ValidationError):
        href(typed)


@pytest.mark.parametrize(
    ("address", "field"),
    [("", "page"), ("javascript:alert(1)", "address"), ("gibt es nicht", "address")],
)
def test_a_link_without_a_goal_cannot_be_published(address, field):
    block = LinkBlock()
    value = block.to_python({"page": None, "address": address})

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)

    assert set(refused.value.block_errors) == {field}
    assert block.clean_deferred(value)["address"] == address


def test_a_link_has_one_goal_only(home):
    block = LinkBlock()

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({"page": home.pk, "address": "https://example.org"}))

    assert "nicht beides" in refused.value.block_errors["address"].message


def test_a_button_to_an_unpublished_page_is_not_shown(home):
    draft = plain_page(home, title="Entwurf", live=False)
    buttons = [{"text": "Zum Entwurf", "page": draft.pk}, {"text": "Rufen Sie an", "address": "030 123456"}]

    page = shown(("buttons", buttons))

    assert [(each.text.strip(), each["href"]) for each in page.find_all("a")] == [
        ("Rufen Sie an", "tel:030123456")
    ]


def test_many_buttons_ask_the_database_as_often_as_one(home, django_assert_max_num_queries):
    pages = [plain_page(home, title=f"Seite {number}") for number in range(3)]
    buttons = [("buttons", [{"text": page.title, "page": page.pk}]) for page in pages * 8]
    shown(buttons[0])

    with django_assert_max_num_queries(5):
        assert len(shown(*buttons).find_all("a")) == 24


def test_a_translator_may_name_a_better_address(db):
    block = LinkBlock().child_blocks["address"]

    offered = block.get_translatable_segments("https://example.org/de")
    offered[0].data = "https://example.org/uk"

    assert block.restore_translated_segments("https://example.org/de", offered) == "https://example.org/uk"
    assert block.get_translatable_segments("") == []
