"""Answers of Django on their way into a copy, and what of them may be kept."""

from dataclasses import dataclass
from functools import cached_property
from math import inf

KEPT = {"200", "301", "302", "307", "308", "404", "410"}
LARGEST = 4 * 1024 * 1024
KNOWN_TO_VARY = {"cookie", "accept-encoding", "accept-language"}


@dataclass(frozen=True)
class Answer:
    """A whole answer; `body` is None where it came in pieces and was not collected."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes | None

    @cached_property
    def said(self):
        return {name.lower(): value for name, value in self.headers}

    def header(self, name):
        return self.said.get(name, "")

    @property
    def is_failure(self):
        return self.status.startswith("5")

    @property
    def may_be_kept(self):
        """Public, whole, and depending on nothing but what its name says."""
        rules = self.header("cache-control").lower()
        return (
            self.status[:3] in KEPT
            and self.body is not None
            and len(self.body) <= LARGEST
            and "private" not in rules
            and "no-store" not in rules
            and "set-cookie" not in self.said
            and "content-encoding" not in self.said
            and self._varies_by <= KNOWN_TO_VARY
        )

    @property
    def depends_on_wishes(self):
        return "accept-language" in self._varies_by

    @property
    def until(self):
        """What it says itself of how long it is true: `X-Accel-Expires: @…`, the last second of that."""
        told = self.header("x-accel-expires")
        return int(told[1:]) + 1 if told.startswith("@") and told[1:].isdigit() else inf

    @property
    def _varies_by(self):
        return {name.strip().lower() for name in self.header("vary").split(",") if name.strip()}


def collect(application, environ) -> tuple[Answer, object]:
    """Ask Django. Its response is still to be closed: until then it is open to the database."""
    told = []

    def start_response(status, headers, exc_info=None):
        told[:] = [status, headers]
        return told.append

    response = application(environ, start_response)
    body = None if getattr(response, "streaming", False) else b"".join(response)
    return Answer(told[0], list(told[1]), body), response
