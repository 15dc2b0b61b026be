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
