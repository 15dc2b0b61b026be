"""Rules that not every page needs, in the head of those that do: no other page has to wait for them."""

import re
from functools import cache, lru_cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.safestring import mark_safe

from quartier.policies import allowed_style
from quartier.stylesheet import IMPORT, tight

register = template.Library()

CLASSES = re.compile(r'class="([^"]+)"')
BLOCK = re.compile(r"__|--")


@register.simple_tag(takes_context=True)
def own_style(context, *names):
    """Those of css/pages/<name>.css, in their layer."""
    return _styled(context, _rules(names))


@register.tag
def dressed(parser, token):
    """Around the whole document: adds to its head the rules of those parts that it shows."""
    document = parser.parse(["enddressed"])
    parser.delete_first_token()
    return Dressed(document)


class Dressed(template.Node):
    """Rendered first, dressed afterwards: so no part can be forgotten, wherever it comes from."""

    child_nodelists = ("document",)  # where templates that extend this one find its blocks

    def __init__(self, document):
        self.document = document

    def render(self, context):
        html = self.document.render(context)
        shown = {BLOCK.split(name)[0] for names in CLASSES.findall(html) for name in names.split()}
        rules = _rules_of(tuple(part for part in _parts() if part[0] in shown))
        return html.replace("</head>", f"{_styled(context, rules)}</head>", 1) if rules else html


def _styled(context, rules):
    return allowed_style(context.get("request"), rules)


@cache
def _parts():
    """The sheets of css/parts.css as class, path, layer: a sheet is called like the class that it dresses."""
    sheets = IMPORT.finditer(Path(finders.find("css/parts.css")).read_text())
    found = [(sheet["path"], sheet["layer"]) for sheet in sheets]
    return [(Path(path).stem.replace("_", "-"), path, layer) for path, layer in found]


@lru_cache(maxsize=256)
def _rules_of(parts):
    layers = [f"@layer {layer}{{{_read(finders.find(f'css/{path}'))}}}" for _class, path, layer in parts]
    return mark_safe("".join(layers))  # noqa: S308 (our own sheets)


@lru_cache(maxsize=32)
def _rules(names):
    """Raises TypeError for a name that no sheet has."""
    rules = "".join(_read(finders.find(f"css/pages/{name}.css")) for name in names)
    return mark_safe(f"@layer pages{{{rules}}}")  # noqa: S308 (our own sheets)


def _read(path):
    return tight(Path(path).read_text())
