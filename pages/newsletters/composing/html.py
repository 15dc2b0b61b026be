"""A mail as HTML: tables and inline rules, as mail programs want it; nothing is fetched but its pictures."""

import re
from functools import lru_cache

from css_inline import CSSInliner
from django.template.loader import render_to_string

from pages.newsletters.composing.bricks import safe
from pages.newsletters.composing.colouring import sheets

INDENT = re.compile(r"\n\s*")
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of all that follows: in a title they would reach beyond it."""

FILLER = "\u2007\u034f" * 80
"""Unseen signs behind the preview text, so that mail programs do not fill it up with what comes next."""


def written(letter) -> str:
    """In the active language, which is that of the letter."""
    light, dark = sheets(letter.colour, letter.is_easy)
    words = {"letter": letter, "style": safe(dark), "filler": FILLER}
    document = INDENT.sub("\n", render_to_string("emails/newsletters/letter.html", words))
    return _inliner(light).inline(TURNS.sub("", document))


@lru_cache(maxsize=16)
def _inliner(css):
    return CSSInliner(
        extra_css=css,
        inline_style_tags=False,
        keep_style_tags=True,
        load_remote_stylesheets=False,
        minify_css=True,
    )
