"""Ask the demo centre for an address, without a browser."""

import gzip
import urllib.error
import urllib.request
from typing import NamedTuple

import brotli


class Answer(NamedTuple):
    """What a server sent: as it came over the wire, and unpacked."""

    status: int
    sent: bytes
    body: bytes
    headers: object


def fetch(address):
    request = urllib.request.Request(address, headers={"Accept-Encoding": "br, gzip"})
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    sent = answer.read()
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(answer.headers["Content-Encoding"], bytes)
    return Answer(answer.status, sent, unpack(sent), answer.headers)
