import re
from itertools import product
from pathlib import Path

import pytest
from coloraide import Color

TOKENS = (Path(__file__).parents[2] / "site/static/css/tokens.css").read_text()
LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#\w{6})", part)) for part in TOKENS.split("@media screen"))
GROUNDS = ["paper", "paper-2", "brand-tint", "sun-tint"]
TEXTS = ["ink", "ink-soft", "brand", "brand-strong"]
ON_COLOURS = [("on-brand", "brand"), ("on-brand", "brand-strong"), ("on-sun", "sun")]


def contrast(scheme, one, other):
    return Color(scheme[one]).contrast(scheme[other], method="wcag21")


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", [*product(TEXTS, GROUNDS), *ON_COLOURS], ids=" on ".join)
def test_whatever_is_written_can_be_read(scheme, pair):
    """WCAG 2.2, 1.4.6 (AAA): 7 to 1."""
    assert contrast(scheme, *pair) >= 7


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_field_can_be_seen(scheme, ground):
    """WCAG 2.2, 1.4.11: 3 to 1."""
    assert contrast(scheme, "line", ground) >= 3


def test_the_status_of_the_day_can_be_read_in_the_dark():
    assert contrast(DARK, "sun", "sun-tint") >= 7
