"""A copy of an answer: how long it is true, and how it is written down and read again."""

import gzip
import json
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2s

import brotli
from django.utils.http import http_date, parse_http_date_safe

from quartier.files import COMPRESSIBLE, QUALITY, SHORTEST

MARK = b"quartier 1 "
OWN = {
    *("content-length", "content-encoding", "etag", "last-modified", "date", "vary", "cache-control"),
    *("x-accel-expires", "x-request-id", "x-quartier-copy", "connection", "server"),
}
"""Headers that are written anew with each answer, or belonged to the one request only."""

IN_BRIEF = {"cache-control", "etag", "last-modified", "vary", "access-control-allow-origin"}
"""What is said with `304 Not Modified` (RFC 9110, section 15.4.5)."""


@dataclass(frozen=True)
class Copy:
    """An answer; `body` is compressed with Brotli where that is worth it.

    It is true under `version`, and until the moment `until` (seconds since 1970). It may stand in where
    nothing else can be had for as long as `floor` is the same: nothing was withdrawn from readers since.
    """

    url: str
    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    is_small: bool
    etag: str
    modified: int
    varies: bool
    version: str
    floor: str
    until: float
    made: float
    forms: dict = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def size(self):
        """Bytes of memory, about: with the form for those who open gzip only, made when one comes."""
        body = len(self.body) * (3 if self.is_small else 1)
        return body + sum(len(name) + len(value) for name, value in self.headers) + 1000

    def is_true(self, version, now):
        return self.version == version and now < self.until

    def in_form(self, encoding):
        """The headers that every answer has, and the body, for a program that opens this encoding."""
        known = self.forms.get(encoding)
        if known is None:
            known = self._form(encoding)
            if encoding or not self.is_small:  # many times as large, and asked for by few
                self.forms[encoding] = known
        return known

    def _form(self, encoding):
        body = self.body
        if self.is_small and encoding != "br":
            plain = brotli.decompress(body)
            body = gzip.compress(plain, 6, mtime=0) if encoding == "gzip" else plain
        headers = [*self.headers, *self._validators(), ("Content-Length", str(len(body)))]
        if self.is_small and encoding:
            headers.append(("Content-Encoding", encoding))
        return headers, body

    def _validators(self):
        varies = ["Accept-Encoding"] * self.is_small + ["Accept-Language"] * self.varies
        yield "ETag", self.etag
        yield "Last-Modified", http_date(self.modified)
        yield "Cache-Control", "no-cache"
        if varies:
            yield "Vary", ", ".join(varies)

    def written(self) -> bytes:
        """As it lies in a file: recognised by its fingerprint if anything of it was damaged."""
        told = {name: getattr(self, name) for name in FIELDS}
        inside = json.dumps(told, separators=(",", ":")).encode() + b"\n" + self.body
        return MARK + _fingerprint(inside).encode() + b"\n" + inside


FIELDS = (
    *("url", "status", "headers", "is_small", "etag", "modified", "varies"),
    *("version", "floor", "until", "made"),
)


def read(written: bytes) -> Copy | None:
    """The copy that was written so; None where that is damaged, or something else."""
    first, _end, inside = written.partition(b"\n")
    if not first.startswith(MARK) or first[len(MARK) :].decode("latin-1") != _fingerprint(inside):
        return None
    told, _end, body = inside.partition(b"\n")
    try:
        told = json.loads(told)
        told["headers"] = tuple(map(tuple, told["headers"]))
        return Copy(**told, body=body)
    except (ValueError, TypeError, KeyError):  # written by another edition of the program
        return None


def copy_of(asked, answer, state, until, now, before=None) -> Copy:
    """A copy of an answer, begun at `now` under the version `state`; `before` is the one that it follows."""
    body, headers = answer.body, tuple(pair for pair in answer.headers if pair[0].lower() not in OWN)
    is_small = bool(COMPRESSIBLE.match(answer.header("content-type"))) and len(body) >= SHORTEST
    etag = answer.header("etag") or f'W/"{_fingerprint(_said(headers) + body)}"'
    return Copy(
        *(asked.url, answer.status, headers),
        body=brotli.compress(body, mode=brotli.MODE_TEXT, quality=QUALITY) if is_small else body,
        is_small=is_small,
        etag=etag if etag.startswith("W/") or not is_small else f"W/{etag}",
        modified=_modified(answer, etag, int(now), before),
        varies="accept-language" in answer.header("vary").lower(),
        version=state.version,
        floor=state.floor,
        until=until,
        made=now,
    )


def _modified(answer, etag, now, before):
    """What says the same as before is as old as before; what says something else is a second younger."""
    told = parse_http_date_safe(answer.header("last-modified"))
    if before is None or told is not None:
        return now if told is None else told
    return before.modified if before.etag == etag else max(now, before.modified + 1)


def _said(headers):
    """The same for the same rules in another order: each process writes its policies in one of its own."""
    return repr(sorted((name, sorted(value.split("; "))) for name, value in headers)).encode()


def _fingerprint(said):
    return blake2s(said, digest_size=16).hexdigest()
