"""A page that is kept, beside the same bytes as a file: `make bench`.

The file and the kept page come from the nginx that we ship, the page also from the application itself; each
is asked in turns over lines that stay open, and the CPU time of each server is read from the system's books.
"""

import socket
import ssl
import tempfile
from contextlib import ExitStack, contextmanager
from http.client import HTTPSConnection
from pathlib import Path

from tests.bench.server import Server, granian
from tests.bench.table import show
from tests.bench.uncached import costs_in_turns, twelve_bricks
from tests.site.deploy.nginx import NAME, NGINX, Nginx

PAGE = "/de/beratung/"
TIMES = {"file": 3000, "nginx": 3000, "application": 1500}


class Encrypted(Server):
    """nginx, which speaks https. What it costs to begin a line is spread over many questions."""

    def line(self):
        return _Line(NAME, self.port, timeout=10)


class _Line(HTTPSConnection):
    """To this machine, whatever the name; nginx closes a line after a thousand questions."""

    def connect(self):
        raw = socket.create_connection(("127.0.0.1", self.port), self.timeout)
        self.sock = ssl._create_unverified_context().wrap_socket(raw, server_hostname=self.host)


def main():
    if not NGINX:
        raise SystemExit("nginx is not installed.")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="quartier-bench-")))
        ours = stack.enter_context(twelve_bricks(folder / "ours", {"ALLOWED_HOSTS": f"127.0.0.1,{NAME}"}))
        (folder / "same.html").write_bytes(ours.ask(PAGE)[2])
        stages = {name: stack.enter_context(_stage(name, folder)) for name in ("hello", "middleware")}
        before = stack.enter_context(_nginx(folder / "nginx", folder / "ours", ours.port))
        _as_a_file(ours, folder / "ours/static/same.html")
        costs = costs_in_turns(
            {
                "nginx, the same bytes as a file": (before, "/static/same.html", TIMES["file"]),
                "nginx, a kept page": (before, PAGE, TIMES["nginx"]),
                "granian, a kept page": (ours, PAGE, TIMES["application"]),
                "granian, Django's “hello”": (stages["hello"], PAGE, TIMES["application"]),
                "granian, Django's cache middleware": (stages["middleware"], PAGE, TIMES["application"]),
            },
            headers={"Accept-Encoding": "br"},
        )
        told = {
            name: server.ask(PAGE, 2)[1]["X-Quartier-Copy"] for name, server in (("a", ours), ("b", before))
        }
    assert set(told.values()) == {"hit"}, told
    file = costs["nginx, the same bytes as a file"]
    show(
        "A page that is kept",
        ["what", "CPU ms", "requests/s of one core", "of the file's speed"],
        [[name, cost, 1000 / cost, f"{file / cost:.0%}"] for name, cost in costs.items()],
    )


@contextmanager
def _nginx(folder, data, port):
    """The one that we ship, before the application, with its data."""
    folder.mkdir()
    nginx = Nginx(folder, port, data=data)
    try:
        yield Encrypted(nginx.port, nginx.process)
    finally:
        nginx.stop()


def _stage(name, folder):
    """Django without us; it answers with the same bytes from its own cache."""
    return granian("tests.bench.stages:application", PAGE, STAGE=name, BYTES=str(folder / "same.html"))


def _as_a_file(server, path):
    """What the application answers, compressed as it is."""
    _status, _headers, body = server.ask(PAGE, headers={"Accept-Encoding": "br"})
    path.write_bytes(body)


if __name__ == "__main__":
    main()
