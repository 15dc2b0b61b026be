"""Takes out of a text what could tell of a person: mail and network addresses, query strings, secrets."""

import re
import traceback
from contextlib import suppress
from ipaddress import ip_address

from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError
from django.template import TemplateDoesNotExist, TemplateSyntaxError

TRACES = [
    (re.compile(r"(?is)\bDETAIL:.*"), "DETAIL: …"),  # PostgreSQL names the row
    (re.compile(r"[^\s<>\"'(),;:=]+@[^\s<>\"'(),;:=]+"), "…@…"),
    (re.compile(r"\b(\w+://)[^/\s@]*:[^/\s@]*@"), r"\1…@"),
    (re.compile(r"\?[^\s\"'>)]+"), "?…"),
    (re.compile(r"[0-9A-Fa-f]*[.:][0-9A-Fa-f.:]+"), lambda found: _network_address(found[0])),
    (re.compile(r"[A-Za-z0-9_-]{20,}(?:[:.][A-Za-z0-9_-]{6,})*"), lambda found: _secret(found[0])),
]
NAMES_NOBODY = (
    AttributeError,
    ConnectionError,
    ImportError,
    ImproperlyConfigured,
    InterfaceError,
    NameError,
    OperationalError,
    TemplateDoesNotExist,
    TemplateSyntaxError,
    TimeoutError,
    TypeError,
)
"""Faults that speak of the program or the machine. Others may quote what somebody has typed."""


def scrubbed(text):
    for trace, instead in TRACES:
        text = trace.sub(instead, text)
    return text


def _network_address(word):
    """An address with or without its port; times and version numbers are none."""
    for candidate in (word, word.rpartition(":")[0]):
        with suppress(ValueError):
            ip_address(candidate.rstrip(".:") if "::" not in candidate else candidate)
            return "(network address)"
    return word


def _secret(word):
    """Long and of letters with digits, or of both cases: a token. Else it may be a long German word."""
    mixed = any(c.isdigit() for c in word) or (not word.islower() and not word.istitle() and "_" not in word)
    return "…" if mixed else word


def fault(error):
    """One line: of what kind it is, and what it says if that cannot be about a person."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, OSError) and error.strerror:
        return f"{kind}: {scrubbed(str(error.strerror))}"  # and not the name of the file
    if isinstance(error, NAMES_NOBODY) and (said := str(error).strip()):
        return f"{kind}: {scrubbed(said)}"
    return kind


def way(error):
    """Where a fault came from, as Python shows it; without values, and with each fault in one line."""
    lines, seen = [], set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
        lines[:0] = [*frames, f"{fault(error)}\n"]
        hidden = None if error.__suppress_context__ else error.__context__
        error = error.__cause__ or hidden
    return "".join(lines).rstrip()
