"""The door of the house, without a network: a request goes to WSGI as a server would hand it on."""

import time
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote_to_bytes


@dataclass(frozen=True)
class Request:
    """What is sent. The path is as it stands in the first line of HTTP: encoded, or broken."""

    path: str
    query: str = ""
    method: str = "GET"
    body: bytes = b""
    kind: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self):
        sent = f" {self.kind} {self.body[:200]!r}" if self.body else ""
        told = f" {self.headers}"[:200] if self.headers else ""
        return f"{self.method} {self.path[:300]}{'?' * bool(self.query)}{self.query[:300]}{sent}{told}"


@dataclass(frozen=True)
class Answer:
    """What came back. Seconds are those of the processor: other work on the machine does not count."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float
    waited: float

    @property
    def text(self):
        return self.body.decode(errors="replace")


class Door:
    """Hands requests to an application, and what it says in return back."""

    def __init__(self, application, host):
        self.application, self.host = application, host

    def knock(self, request):
        said = {}
        cpu, clock = time.process_time(), time.monotonic()
        parts = self.application(self._environ(request), lambda *words: said.update(words=words))
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        status, headers = said["words"][:2]
        spent = time.process_time() - cpu, time.monotonic() - clock
        return Answer(int(status.split()[0]), {name.lower(): value for name, value in headers}, body, *spent)

    def _environ(self, request):
        host, _colon, port = self.host.partition(":")
        kept = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in request.headers.items()}
        return {
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(request.path.encode("utf-8", "surrogatepass")).decode("latin-1"),
            "QUERY_STRING": request.query.encode("utf-8", "surrogatepass").decode("latin-1"),
            "SERVER_NAME": host,
            "SERVER_PORT": port or "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": self.host,
            "CONTENT_TYPE": request.kind,
            "CONTENT_LENGTH": str(len(request.body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(request.body),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            **{"REMOTE_ADDR" if name == "HTTP_FROM_ADDRESS" else name: value for name, value in kept.items()},
        }
