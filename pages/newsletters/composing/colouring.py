"""The sheet of a mail with its colours put in, since mail programs know no custom properties.

Colours have the names and values of css/tokens.css, so mail and website cannot come apart; the centre's own
takes the place of the brand. The rules for dark programs are made from the others.
"""

import re
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

from pages.centre.colours import DARK, LIGHT, properties, shades
from pages.centre.models import DEFAULT_COLOUR

TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
VARIABLE = re.compile(r"var\(--([\w-]+)\)")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
SPACE = re.compile(r"\s+")
HEX = re.compile(r"#[0-9a-f]{6}")
AT_RULES = re.compile(r"@media[^{]+\{(?:[^{}]+\{[^{}]*\})*\s*\}")
ONLY_DARK = "@media (prefers-color-scheme:dark)"


@lru_cache(maxsize=16)
def sheets(colour: str, is_easy: bool) -> tuple[str, str]:
    """The rules to be written into the elements, and those that stay in the head.

    The latter are for mail programs that know more: on wide screens, and in the dark.
    """
    colour = colour.lower() if HEX.fullmatch(colour.lower()) else DEFAULT_COLOUR
    css = _read("letter") + (_read("easy") if is_easy else "")
    light, dark = _colours(colour)
    rules, further = AT_RULES.sub("", css), "".join(AT_RULES.findall(css))
    return _coloured(rules, light), f"{further}{ONLY_DARK}{{{''.join(_darkened(rules, dark))}}}"


def _colours(colour):
    """By name, light and dark: of tokens.css, with the brand of the centre."""
    first, second = Path(finders.find("css/tokens.css")).read_text().split("prefers-color-scheme: dark", 1)
    light, dark = dict(TOKEN.findall(first)), dict(TOKEN.findall(second))
    if colour != DEFAULT_COLOUR:
        light |= properties(shades(colour, LIGHT))
        dark |= properties(shades(colour, DARK))
    return light, dark


def _coloured(css, colours):
    """Raises KeyError for a colour that tokens.css does not know."""
    return VARIABLE.sub(lambda name: colours[name[1]], css)


def _darkened(css, colours):
    """Of each rule what is coloured; stronger than what stands in the elements themselves."""
    for selector, declarations in RULE.findall(css):
        coloured = [each.strip() for each in declarations.split(";") if VARIABLE.search(each)]
        if coloured:
            rules = ";".join(f"{_coloured(each, colours)}!important" for each in coloured)
            yield f"{selector.strip()}{{{rules}}}"


def _read(name):
    return SPACE.sub(" ", COMMENT.sub("", Path(finders.find(f"css/mail/{name}.css")).read_text()))
