"""The rules of one kind of page, in its own head: no other page has to wait for them."""

from functools import lru_cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from quartier.stylesheet import tight

register = template.Library()


@register.simple_tag(takes_context=True)
def own_style(context, *names):
    """Those of css/pages/<name>.css, in their layer."""
    nonce = getattr(context.get("request"), "csp_nonce", "")
    return format_html('<style nonce="{}">{}</style>', nonce, _rules(names))


@lru_cache(maxsize=32)
def _rules(names):
    """Raises TypeError for a name that no sheet has."""
    rules = "".join(_read(finders.find(f"css/pages/{name}.css")) for name in names)
    return mark_safe(f"@layer pages{{{rules}}}")  # noqa: S308 (our own sheets)


def _read(path):
    return tight(Path(path).read_text())
