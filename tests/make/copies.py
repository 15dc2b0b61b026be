"""Readers in front of the whole application, as a web server brings them: without Django's test client."""

import io
from contextlib import contextmanager

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from quartier.page_cache.crowd import Crowd
from quartier.page_cache.keeper import Keeper
from quartier.page_cache.lifetime import Lifetime
from quartier.page_cache.promises import keep_lost
from quartier.page_cache.shelves import Shelves
from quartier.page_cache.version import File
from quartier.page_cache.versions import folder
from quartier.page_cache.watching import notice


class Answer:
    """What a reader gets."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = int(status[:3]), dict(headers), body

    @property
    def how(self):
        return self.headers["X-Quartier-Copy"]

    @property
    def text(self):
        return self.body.decode()


class Reader:
    """Asks one process for addresses; `rendered` counts how often Django had to make an answer."""

    def __init__(self, application=None, **parts):
        self.rendered, self._application = 0, application or WSGIHandler()
        self.version = parts.pop("version", None) or File(folder())
        self.keeper = Keeper(
            self._make,
            version=self.version,
            shelves=parts.pop("shelves", None) or Shelves(folder() / "kept" / "test"),
            lifetime=parts.pop("lifetime", None) or Lifetime(),
            crowd=Crowd(folder() / "locks"),
            is_closed=lambda: False,
            look_after=lambda: keep_lost(folder() / "promises", self.version),
            **parts,
        )

    def _make(self, environ, start_response):
        self.rendered += 1
        return self._application(environ, start_response)

    def get(self, address, method="GET", **headers):
        return ask(self.keeper, address, method, **headers)


def ask(application, address, method="GET", body=b"", **headers):
    """An answer to a request with these headers, written like `if_none_match="…"`."""
    path, _mark, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "CONTENT_LENGTH": str(len(body)) if body else "",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    told = []
    response = application(environ, lambda status, headers, fault=None: told.append((status, headers)))
    read = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    return Answer(*told[-1], read)


@contextmanager
def watched():
    """The database tells of changes, as it does everywhere but in tests."""
    with connection.execute_wrapper(notice):
        yield settings.DATA_DIR
