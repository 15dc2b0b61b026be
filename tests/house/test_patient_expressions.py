"""No regular expression of the house can be made to think for ever by a text that somebody sends."""

import ast
import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest

import blocks
import pages
import quartier
from tests.make.attacks import attacks

ROOT = Path(__file__).resolve().parents[2]
LENGTHS = (*range(16, 68, 4), 300, 2500)
SECONDS = 0.25
FUNCTIONS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}


def expressions():
    """All that stand as text in a call of `re`, and all that modules have made of several texts."""
    found = {}
    for folder in ("site/quartier", "pages", "blocks"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in file.parts:
                for pattern in _written(ast.parse(file.read_text(encoding="utf-8"))):
                    found.setdefault(pattern, str(file.relative_to(ROOT)))
    for package in (blocks, pages, quartier):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not re.search(
                r"migrations|settings|management|wsgi|operations\.(serving|preflight)", module.name
            ):
                for value in vars(importlib.import_module(module.name)).values():
                    if isinstance(value, re.Pattern):
                        found.setdefault(value, module.name)
    return found


def _written(tree):
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        of = node.func.value
        if node.func.attr in FUNCTIONS and isinstance(of, ast.Name) and of.id == "re":
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield re.compile(first.value, _flags(node))


def _flags(call):
    """Those that are named in the call: `re.S | re.I`."""
    names = {each.attr for each in ast.walk(call) if isinstance(each, ast.Attribute) and each.attr.isupper()}
    flags = re.NOFLAG
    for name in names & {"S", "I", "M", "X", "ASCII", "A", "DOTALL", "IGNORECASE", "MULTILINE", "VERBOSE"}:
        flags |= getattr(re, name)
    return flags


def slowest(pattern):
    """CPU seconds of the slowest attack; lengths grow, so that an expression that explodes is found early."""
    worst = 0.0
    for length in LENGTHS:
        for text in attacks(pattern, length):
            sent = text.encode() if isinstance(pattern.pattern, bytes) else text
            start = time.process_time()
            pattern.search(sent)
            pattern.fullmatch(sent)
            worst = max(worst, time.process_time() - start)
            if worst > SECONDS:
                return worst
    return worst


def test_no_expression_can_be_kept_busy(subtests):
    known = expressions()

    assert len(known) > 100
    for pattern, place in known.items():
        with subtests.test(place, pattern=pattern.pattern):
            assert slowest(pattern) < SECONDS


@pytest.mark.parametrize("expression", [r"(a+)+$", r"(\s*,?)*;", r"(a|ab|b)*c"])
def test_an_expression_that_can_be_is_found(expression):
    """The canary."""
    assert slowest(re.compile(expression)) > SECONDS
