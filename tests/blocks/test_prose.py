import pytest
from django.core.exceptions import ValidationError

from tests.make.bricks import BRICKS

block = BRICKS["text"]


@pytest.mark.parametrize(
    "text", ["hier", "Hier", "hier …", "<b>Klicken Sie hier</b>", "mehr", "→ weiterlesen"]
)
def test_a_link_that_names_no_goal_cannot_be_published(text):
    value = block.to_python(f'<p>Bitte <a href="https://example.org">{text}</a>.</p>')

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert "sagt nicht, wohin der Link führt" in refused.value.messages[0]
    assert block.clean_deferred(value).source == value.source


@pytest.mark.parametrize("text", ["Öffnungszeiten", "Hier finden Sie uns", "mehr über das Café"])
def test_a_link_that_names_its_goal_can(text):
    value = block.to_python(f'<p><a href="https://example.org">{text}</a></p>')

    assert block.clean(value).source == value.source


@pytest.mark.parametrize("address", ["//example.org", "/\\example.org", "example.org", "javascript:alert(1)"])
def test_a_link_without_its_scheme_cannot_be_published(address):
    value = block.to_python(f'<p><a href="{address}">Öffnungszeiten</a></p>')

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert "ist keine vollständige Adresse" in refused.value.messages[0]
    assert block.clean_deferred(value).source == value.source


@pytest.mark.parametrize(
    "link",
    ['href="/de/raeume/"', 'href="tel:+4930"', 'href="mailto:a@example.org"', 'linktype="page" id="1"'],
)
def test_a_link_within_the_site_or_to_a_person_can(link):
    value = block.to_python(f"<p><a {link}>Öffnungszeiten</a></p>")

    assert block.clean(value).source == value.source


@pytest.mark.parametrize("text", ["<p>Verein: [[Name</p>", "<p>A [[ b</p><p>c ]] d</p>"])
def test_a_blank_without_an_end_cannot_be_published(text):
    value = block.to_python(text)

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert "doppelten Klammern" in refused.value.messages[0]
    assert block.clean_deferred(value).source == text


def test_a_blank_may_wait_while_the_rest_is_published():
    value = block.to_python("<p>Verein: [[Name]]</p>")

    assert block.clean(value).source == value.source
