"""Gets the bytes at an address that somebody typed, and nothing from behind our own doors.

Whatever is raised or logged never names the address: it may hold a key.
"""

import http.client
import ssl
import zlib
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from pages.events.outside.connecting import Connection, Deadline, trusted
from pages.events.outside.hosts import IsPublic, addresses, is_public
from pages.events.outside.trouble import Fault, TroubleError

LARGEST = 5 * 1024 * 1024
PATIENCE = 20.0  # seconds, for everything together
MOST_REDIRECTS = 3
LONGEST_ADDRESS = 2000
A_PIECE = 64 * 1024
PORTS = {"http": 80, "https": 443}
MOVED = (301, 302, 303, 307, 308)
FAULTS = {401: Fault.LOCKED, 403: Fault.LOCKED, 404: Fault.GONE, 410: Fault.GONE}
HEADERS = {
    "User-Agent": "Quartier (calendar)",
    "Accept": "text/calendar, text/plain;q=0.5, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


class Fetched(NamedTuple):
    """What was found. `data` is None where it is still what the `etag` names."""

    data: bytes | None
    etag: str


@dataclass(frozen=True)
class Rules:
    """Whom one may ask, and how: in earnest always these. Tests have a server of their own."""

    is_public: IsPublic = is_public
    ports: dict[str, int] | None = field(default_factory=lambda: PORTS)
    patience: float = PATIENCE
    largest: int = LARGEST


def fetch(url: str, etag: str = "", rules: Rules = Rules()) -> Fetched:
    """Raises TroubleError, and nothing else."""
    deadline = Deadline(rules.patience)
    secure = False
    try:
        for _step in range(MOST_REDIRECTS + 1):
            parts = checked(url, rules)
            if secure and parts.scheme != "https":
                raise TroubleError(Fault.INSECURE)
            secure = secure or parts.scheme == "https"
            answer = _ask(parts, etag, deadline, rules)
            if isinstance(answer, Fetched):
                return answer
            url = urljoin(url, answer)
    except TroubleError:
        raise
    except TimeoutError:
        raise TroubleError(Fault.SLOW) from None
    except ssl.SSLError:
        raise TroubleError(Fault.INSECURE) from None
    except OSError:
        raise TroubleError(Fault.UNREACHABLE) from None
    except (http.client.IncompleteRead, zlib.error, EOFError):
        raise TroubleError(Fault.CUT_OFF) from None
    except (http.client.HTTPException, ValueError):
        raise TroubleError(Fault.ANSWER) from None
    raise TroubleError(Fault.REDIRECTS)


def checked(url: str, rules: Rules) -> SplitResult:
    """The parts of an address that may be asked for. Raises TroubleError."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise TroubleError(Fault.ADDRESS) from None
    if (
        len(url) > LONGEST_ADDRESS
        or any(sign <= " " or sign == "\x7f" for sign in url)
        or "%" in (host or "%")
    ):
        raise TroubleError(Fault.ADDRESS)
    if parts.scheme not in PORTS or "@" in parts.netloc or "\\" in parts.netloc:
        raise TroubleError(Fault.ADDRESS)
    if rules.ports is not None and port not in (None, rules.ports[parts.scheme]):
        raise TroubleError(Fault.ADDRESS)
    return parts


def _ask(parts, etag, deadline, rules):
    """What one server answers: the content, or where else to look."""
    host, port = parts.hostname, parts.port or PORTS[parts.scheme]
    found = addresses(host, port, deadline.left(), rules.is_public)
    tls = trusted() if parts.scheme == "https" else None
    connection = Connection(_in_letters(host), port, addresses=found, deadline=deadline, tls=tls)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {**HEADERS, **({"If-None-Match": etag} if etag else {})}
    try:
        connection.request("GET", _quoted(path), headers=headers)
        response = connection.getresponse()
        return _answer(response, etag, deadline, rules.largest)
    finally:
        connection.hang_up()


def _answer(response, etag, deadline, largest):
    if response.status in MOVED and response.getheader("Location"):
        return _quoted(response.getheader("Location"))
    if response.status == http.HTTPStatus.NOT_MODIFIED and etag:
        return Fetched(None, etag)
    if response.status != http.HTTPStatus.OK:
        raise TroubleError(FAULTS.get(response.status, Fault.ANSWER))
    said = response.getheader("ETag", "")
    safe = said if len(said) <= 200 and said.isascii() and said.isprintable() else ""
    return Fetched(_body(response, deadline, largest), safe)


def _body(response, deadline, largest):
    """All of it, unpacked piece by piece: what a few bytes would grow into is never held at once."""
    unpack = _unpacker(response.getheader("Content-Encoding", "").strip().lower())
    found, packed = bytearray(), 0
    while piece := response.read(A_PIECE):
        deadline.left()
        packed += len(piece)
        found += unpack.decompress(piece, largest + 1 - len(found)) if unpack else piece
        if packed > largest or len(found) > largest:
            raise TroubleError(Fault.TOO_LARGE)
    if response.length:
        raise TroubleError(Fault.CUT_OFF)
    if unpack and not unpack.eof:
        raise TroubleError(Fault.CUT_OFF)
    return bytes(found)


def _unpacker(encoding):
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip"):
        return zlib.decompressobj(wbits=31)
    if encoding == "deflate":
        return zlib.decompressobj(wbits=47)
    raise TroubleError(Fault.ANSWER)


def _in_letters(host):
    """As it is written on the wire: names with umlauts have a second spelling."""
    return host if host.isascii() else host.encode("idna").decode()


def _quoted(text):
    """Headers come in latin-1, addresses with umlauts: each becomes what browsers make of it."""
    if text.isascii():
        return text
    try:
        raw = text.encode("latin-1").decode().encode()
    except UnicodeError:
        raw = text.encode()
    return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in raw)
