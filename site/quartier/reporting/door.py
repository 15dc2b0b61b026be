"""Stands before all else: gives each request its number, counts it, and tells of it if that is wished."""

import logging
from time import perf_counter

from django.conf import settings

from quartier.reporting import asked
from quartier.reporting.kinds import kind

log = logging.getLogger("quartier.requests")


def reporting(application):
    """A WSGI application around another one."""
    figures = None
    if settings.METRICS_TOKEN:
        from quartier.reporting import figures  # noqa: PLC0415 (it writes files as soon as it is imported)

    def answer(environ, start_response):
        number = asked.number_of(environ, settings.BEHIND_PROXY)
        known = asked.Asked(number)
        asked.now.set(known)
        began, told = perf_counter(), {"status": 500, "copy": ""}

        def start(status, headers, exc_info=None):
            told["status"] = int(status[:3])
            told["copy"] = next((value for name, value in headers if name == "X-Quartier-Copy"), "")
            headers = [
                *((name, value) for name, value in headers if name != "X-Request-Id"),
                ("X-Request-Id", number),
            ]
            return start_response(status, headers, exc_info) if exc_info else start_response(status, headers)

        try:
            return application(environ, start)
        finally:
            _tell(environ, known, told, perf_counter() - began, figures)

    return answer


def _tell(environ, known, told, seconds, figures):
    what = kind(environ.get("PATH_INFO", ""), known.view)
    if figures:
        figures.note(what, told["status"], told["copy"], seconds)
    if settings.LOG_REQUESTS:
        told = {"method": environ.get("REQUEST_METHOD", "")[:10], "kind": what, "route": known.route, **told}
        told["milliseconds"] = round(seconds * 1000, 1)
        said = " ".join(f"{name}={value}" for name, value in told.items() if value != "")
        log.info(said, extra={"figures": told})


def noted(get_response):
    """Django's part: the request, so that what is told later can name its pattern and the key of its user."""

    def note(request):
        known = asked.now.get()
        if known is not None:
            known.request = request
        return get_response(request)

    return note
