from decimal import Decimal

import pytest
from django.utils import translation

from pages.money import euros


@pytest.mark.parametrize(
    ("language", "amount", "said"),
    [
        ("de", "25", "25\xa0€"),
        ("de", "12.50", "12,50\xa0€"),
        ("de", "1234.05", "1.234,05\xa0€"),
        ("de", "0", "kostenlos"),
        ("de", "0.00", "kostenlos"),
        ("de-simple", "25.00", "25 Euro"),
        ("en", "25", "€25"),
        ("en", "12.5", "€12.50"),
        ("tr", "25", "€25"),
        ("uk", "12.5", "12,50\xa0€"),
        ("ar", "25", "\u200f25\xa0€"),
    ],
)
def test_a_sum_is_written_as_the_reader_writes_it(language, amount, said):
    with translation.override(language):
        assert euros(Decimal(amount)) == said


def test_a_price_that_nobody_has_said_is_not_free():
    assert euros(None) == ""
