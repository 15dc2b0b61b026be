"""Two answers for whoever watches the machine.

`/health/live`: the process is up. `/health/ready`: people can be sent here. They come before all else:
they hold for any name of the server and are never led on to https. They tell nothing but one word.
"""

from http import HTTPStatus
from pathlib import Path

from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

LIVE, READY = "/health/live", "/health/ready"
GOOD = "ok"


def with_health(application):
    """A WSGI application that answers both addresses itself and leaves all others alone."""
    ready = Ready()

    def answer(environ, start_response):
        path = environ.get("PATH_INFO", "")
        if path not in (LIVE, READY):
            return application(environ, start_response)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _said(environ, start_response, HTTPStatus.METHOD_NOT_ALLOWED, "method")
        word = ready() if path == READY else GOOD
        status = HTTPStatus.OK if word == GOOD else HTTPStatus.SERVICE_UNAVAILABLE
        return _said(environ, start_response, status, word)

    return answer


def _said(environ, start_response, status, word):
    body = f"{word}\n".encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append(("Allow", "GET, HEAD"))
    start_response(f"{status.value} {status.phrase}", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


class Ready:
    """What is missing before people can be served: one word, or "ok".

    Tables that were once of this program's shape stay so while it runs, so they are looked at until then.
    """

    def __init__(self):
        self._is_migrated = False

    def __call__(self):
        try:
            return self._word()
        except Exception:
            connection.close()
            return "database"

    def _word(self):
        connection.close_if_unusable_or_obsolete()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not self._is_migrated:
            self._is_migrated = _is_migrated()
        if not self._is_migrated:
            return "migrations"
        return GOOD if _is_collected() else "static"


def _is_migrated():
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _is_collected():
    """Where static files are collected at all: the development server takes them from the tree."""
    name = getattr(staticfiles_storage, "manifest_name", "")
    return not name or (Path(staticfiles_storage.location) / name).exists()
