"""Which styles a page may carry in its own text: exactly those that we wrote, known by their fingerprints.

A number that is new each time (a nonce) would make every answer another one: none could be kept.
"""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

from django.utils.html import format_html


def allowed_style(request, rules):
    """A `<style>` element, and the word for the policy of the answer that it is ours."""
    if request is not None:
        request.own_styles = {**getattr(request, "own_styles", {}), _fingerprint(str(rules)): None}
    return format_html("<style>{}</style>", rules)


def styles_of(request) -> list[str]:
    """The sources of `style-src` for the styles of an answer."""
    return [*getattr(request, "own_styles", {})]


@lru_cache(maxsize=512)
def _fingerprint(rules):
    return f"'sha256-{b64encode(sha256(rules.encode()).digest()).decode()}'"
