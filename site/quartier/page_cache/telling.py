"""Answers on their way to who asked: whole, or "not modified" (RFC 9110, section 13), as small as can be."""

import gzip
from functools import lru_cache

import brotli
from django.utils.http import parse_etags, parse_http_date_safe

from quartier.files import COMPRESSIBLE, QUALITY, SHORTEST
from quartier.page_cache.copies import IN_BRIEF
from quartier.page_cache.questions import encoding

HOW = "X-Quartier-Copy"


def tell(copy, how, more, environ, start_response):
    """A copy; `how` it came about stands in a header, beside `more` headers."""
    headers, body = copy.in_form(encoding(environ.get("HTTP_ACCEPT_ENCODING", "")))
    more = [(HOW, how), *more]
    if copy.status.startswith("200") and _is_known(copy, environ):
        start_response("304 Not Modified", [*_in_brief(headers), *more])
        return [b""]
    start_response(copy.status, [*headers, *more])
    return [b""] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def tell_once(answer, environ, start_response):
    """An answer that is not kept."""
    headers, body = answer.headers, answer.body
    wanted = encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    if wanted and len(body) >= SHORTEST and COMPRESSIBLE.match(answer.header("content-type")):
        body = smaller(body, wanted)
        headers = [pair for pair in headers if pair[0].lower() not in ("content-length", "vary")]
        varies = ", ".join(filter(None, [answer.header("vary"), "Accept-Encoding"]))
        headers += [("Content-Length", str(len(body))), ("Content-Encoding", wanted), ("Vary", varies)]
    start_response(answer.status, [*headers, (HOW, "pass")])
    return [b""] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def smaller(body, wanted):
    if wanted == "br":
        return brotli.compress(body, mode=brotli.MODE_TEXT, quality=QUALITY)
    return gzip.compress(body, 6, mtime=0)


def _is_known(copy, environ):
    """Whether the reader has it already. A date counts only where no ETag was sent."""
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        return tags == copy.etag or _names(tags, copy.etag.removeprefix("W/"))
    told = environ.get("HTTP_IF_MODIFIED_SINCE")
    since = told and parse_http_date_safe(told)
    return bool(since) and copy.modified <= since


@lru_cache(maxsize=256)
def _names(tags, tag):
    """Compared weakly: the same words may have travelled in other bytes."""
    return tags.strip() == "*" or tag in (each.removeprefix("W/") for each in parse_etags(tags))


def _in_brief(headers):
    return [pair for pair in headers if pair[0].lower() in IN_BRIEF]


def outlasting(until, now, outside):
    """How long others may keep it: nginx to the second, caches elsewhere. Browsers ask again."""
    last = int(until) - 1
    yield "X-Accel-Expires", f"@{last}" if last >= now else "0"
    if outside:
        told = f"max-age={max(0, int(until - now))}"
        yield "CDN-Cache-Control", told
        yield "Surrogate-Control", told
