import re
from itertools import product
from pathlib import Path

import pytest
from coloraide import Color
from django.contrib.staticfiles.finders import find
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.centre.colours import DARK, LIGHT, desk_sheet, shades, sheet

WAGTAIL = Path(find("wagtailadmin/css/core.css")).read_text()
TOKENS = (Path(__file__).parents[3] / "site/static/css/tokens.css").read_text()
DECLARATION = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})\b")
ON_LIGHT, ON_DARK = (dict(DECLARATION.findall(part)) for part in TOKENS.split("prefers-color-scheme", 1))
PAPERS = ("paper", "paper-2", "sun-tint")


def contrast(one, other):
    return Color(one).contrast(other, method="wcag21")


@pytest.mark.parametrize(("ground", "tokens"), [(LIGHT, ON_LIGHT), (DARK, ON_DARK)], ids=["light", "dark"])
@settings(max_examples=60, deadline=None)
@given(colour=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_whatever_colour_is_picked_everything_in_it_and_on_it_can_be_read(ground, tokens, colour):
    made = shades(colour, ground)

    pairs = [
        *product((made.brand, made.brand_strong), (*map(tokens.get, PAPERS), made.brand_tint, made.on_brand)),
        *product((tokens["ink"], tokens["ink-soft"]), [made.brand_tint]),
    ]
    assert min(contrast(one, other) for one, other in pairs) >= 7


@pytest.mark.parametrize(("ground", "tokens"), [(LIGHT, ON_LIGHT), (DARK, ON_DARK)], ids=["light", "dark"])
def test_the_grounds_are_those_of_the_tokens(ground, tokens):
    assert ground.papers == tuple(map(tokens.get, PAPERS))


def test_a_colour_that_can_be_read_already_is_left_as_it_was_picked():
    assert shades("#12366b", LIGHT).brand == "#12366b"
    assert shades("#ffd9a0", DARK).brand == "#ffd9a0"


def test_a_pale_yellow_stays_yellow():
    picked, made = Color("#ffe100").convert("oklch"), Color(shades("#ffe100", LIGHT).brand).convert("oklch")

    assert abs(picked["hue"] - made["hue"]) < 5
    assert made["chroma"] > 0.08


def test_the_sheet_names_the_tokens_that_it_replaces():
    names = set(re.findall(r"--([\w-]+):", sheet("#0057b8")))

    assert names == {"brand", "brand-strong", "on-brand", "brand-tint"}
    assert names <= ON_LIGHT.keys() & ON_DARK.keys()


def test_the_editing_side_gets_the_colour_by_names_that_wagtail_knows():
    names = set(re.findall(r"(--w-[\w-]+):", desk_sheet("#0057b8")))
    themes = set(re.findall(r"\.w-theme-\w+", desk_sheet("#0057b8")))

    assert {name for name in names if f"{name}:" not in WAGTAIL} == set()
    assert {theme for theme in themes if theme not in WAGTAIL} == set()


def test_the_editing_side_gets_the_readable_shades():
    hue, saturation, lightness = re.findall(r"--w-color-secondary-\w+:([\d.]+)", desk_sheet("#ffe100"))[:3]

    button = Color("hsl", [float(hue), float(saturation) / 100, float(lightness) / 100])
    assert button.contrast("white", method="wcag21") >= 7
