"""How files travel: text compressed, films in parts (RFC 9110, section 14)."""

import re
from http import HTTPStatus

import brotli
from django.http import FileResponse, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

COMPRESSIBLE = re.compile(r"text/|image/svg|application/(\w+\+)?(json|xml|javascript)")
ASKED = re.compile(r"bytes=(?P<first>\d{0,15})-(?P<last>\d{0,15})")
BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
QUALITY = 7
"""Of 11. From 9 on a page of 50 kB takes ten milliseconds and more for one hundredth less."""

SHORTEST = 200
PIECE = 64 * 1024


class CompressText(GZipMiddleware):
    """Text made smaller. Pictures and films keep their length, and one can skip in them.

    Readers get Brotli. The editor's side keeps Django's gzip, which hides the length of its secrets (BREACH).
    """

    def process_response(self, request, response):
        is_part = response.status_code == HTTPStatus.PARTIAL_CONTENT
        if is_part or not COMPRESSIBLE.match(response.headers.get("Content-Type", "")):
            return response
        if _takes_brotli(request, response):
            return _as_brotli(response)
        return super().process_response(request, response)


def _takes_brotli(request, response):
    if response.streaming or len(response.content) < SHORTEST or response.has_header("Content-Encoding"):
        return False
    is_public = not request.path_info.startswith("/admin/")
    return is_public and bool(BROTLI.search(request.headers.get("Accept-Encoding", "")))


def _as_brotli(response):
    response.content = brotli.compress(response.content, mode=brotli.MODE_TEXT, quality=QUALITY)
    response.headers["Content-Length"] = str(len(response.content))
    response.headers["Content-Encoding"] = "br"
    if (tag := response.headers.get("ETag", "")).startswith('"'):
        response.headers["ETag"] = f"W/{tag}"  # the same words in other bytes (RFC 9110, section 8.8.1)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def handed_out(file, name, kind):
    """An answer that sends the file, from a folder as from a bucket, and closes it."""
    response = FileResponse(getattr(file, "file", file), filename=name, content_type=kind)
    response.block_size = PIECE
    return response


def answer_parts(get_response):
    """A part of a file for those who ask for one: without it some phones do not play a film at all.

    Whoever asks for several parts at once, or for a part of an older version, gets the whole.
    """

    def answer(request):
        response = get_response(request)
        if not isinstance(response, FileResponse) or response.status_code != HTTPStatus.OK:
            return response
        if response.headers.get("Content-Encoding") == "None":
            del response.headers["Content-Encoding"]  # Wagtail writes the word
        response.headers["Accept-Ranges"] = "bytes"
        if request.method != "GET" or response.file_to_stream is None or _is_older(request, response):
            return response
        asked = ASKED.fullmatch(request.headers.get("Range", ""))
        size = int(response.headers["Content-Length"])
        part = _part(asked["first"], asked["last"], size) if asked else None
        return response if part is None else _cut(response, part, size)

    return answer


def _is_older(request, response):
    known = {response.headers.get("ETag"), response.headers.get("Last-Modified")}
    return "If-Range" in request.headers and request.headers["If-Range"] not in known


def _part(first, last, size):
    """Positions from `first` to `last`, or the `last` bytes of all; None where that makes no sense."""
    if not first:
        return range(max(0, size - int(last)), size) if last else None
    end = int(last) if last else size - 1
    if last and end < int(first):
        return None
    return range(int(first), min(end, size - 1) + 1)


def _cut(response, part, size):
    if not part:
        response.close()
        return HttpResponse(
            status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"Content-Range": f"bytes */{size}"}
        )
    response.streaming_content = _pieces(response.file_to_stream, part)
    response.status_code = HTTPStatus.PARTIAL_CONTENT
    response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    response.headers["Content-Length"] = str(len(part))
    return response


def _pieces(file, part):
    file.seek(part.start)
    left = len(part)
    while left and (piece := file.read(min(PIECE, left))):
        left -= len(piece)
        yield piece
