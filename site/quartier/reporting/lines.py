"""Lines of the log, for people and for machines: with the number of the request, without any person."""

import json
import logging
import re
from datetime import UTC, datetime

from quartier.reporting import asked
from quartier.reporting.scrubbing import scrubbed, way

BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""Signs with which somebody could begin a line of the log, or take one back on a screen."""


class Lines(logging.Formatter):
    """`2026-03-01 12:00:00 ERROR django.request [4fa0…]: Internal Server Error: (page)`, and where it was."""

    def format(self, record):
        known = asked.now.get()
        number = f" [{known.number}]" if known else ""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}{number}: {message(record)}"
        return f"{line}\n{_way(record)}" if record.exc_info else line


class Json(logging.Formatter):
    """One object a line, as collectors of logs read it."""

    def format(self, record):
        known = asked.now.get()
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": message(record),
        }
        if known:
            told |= {"request": known.number, "user": known.user}
        told |= getattr(record, "figures", {})
        if record.exc_info:
            told["fault"] = _way(record)
        return json.dumps(
            {name: value for name, value in told.items() if value is not None}, ensure_ascii=False
        )


def message(record):
    """Of a request Django tells the path, in which secrets may stand: we tell the pattern of the address."""
    if getattr(record, "request", None) is None:
        return BREAKS.sub(" ", scrubbed(record.getMessage()))
    what = str(record.msg).partition(":")[0]
    return f"{scrubbed(what.replace('%s', '').strip())}: {route(record.request)}"


def route(request):
    match = getattr(request, "resolver_match", None)
    return match.route if match else "(no such address)"


def _way(record):
    return way(record.exc_info[1]) if record.exc_info[1] else ""
