"""What the operator is told: lines of the log, faults, figures."""

import os
import socket

from quartier.settings import wanted

FORMATS = {"line": "quartier.reporting.lines.Lines", "json": "quartier.reporting.lines.Json"}


def telling(env, data):
    """The settings, by what the environment names."""
    token = env.str("METRICS_TOKEN", "", validate=wanted.unguessable)
    if token:
        _make_room(data / "metrics" / socket.gethostname())
    return {
        "LOG_REQUESTS": (is_chatty := env.bool("LOG_REQUESTS", False)),
        "LOGGING": _logging(env.str("LOG_FORMAT", "line", validate=wanted.one_of(*FORMATS)), is_chatty),
        "METRICS_TOKEN": token,
        "SENTRY_DSN": env.str("SENTRY_DSN", "", validate=wanted.fault_server),
    }


def _logging(form, is_chatty):
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"told": {"()": FORMATS[form]}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "told"}},
        # Django would print it once more, and mail it with all that was sent.
        "loggers": {
            "django": {"handlers": []},
            "quartier.requests": {"level": "INFO" if is_chatty else "WARNING"},
        },
        "root": {"handlers": ["console"], "level": "WARNING"},
    }


def _make_room(folder):
    """Where processes keep their figures. prometheus_client asks for it when it is imported."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
