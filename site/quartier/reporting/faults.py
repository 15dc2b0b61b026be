"""Reports of faults to a server that speaks as Sentry does. What one may hold is listed here, all else stays.

No request, no cookie, no user, no values of variables, no words that somebody has typed.
"""

import sentry_sdk
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.integrations.dedupe import DedupeIntegration
from sentry_sdk.integrations.excepthook import ExcepthookIntegration
from sentry_sdk.integrations.logging import LoggingIntegration

from quartier.reporting import asked
from quartier.reporting.scrubbing import scrubbed

OF_A_REPORT = ("event_id", "timestamp", "level", "platform", "sdk", "logger", "environment", "release")
OF_A_FRAME = (
    "filename",
    "function",
    "module",
    "lineno",
    "pre_context",
    "context_line",
    "post_context",
    "in_app",
)


def begin(dsn, environment):
    """From now on each line of the log that tells of an error is reported."""
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        server_name="",
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        send_client_reports=False,
        auto_session_tracking=False,
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[
            LoggingIntegration(level=None, event_level="ERROR"),
            ExcepthookIntegration(),
            AtexitIntegration(callback=lambda *_: None),
            DedupeIntegration(),
        ],
        before_send=report,
    )


def report(event, hint):
    """A new report, of what is known to be harmless in the one that was made."""
    known = asked.now.get()
    told = {name: event[name] for name in OF_A_REPORT if name in event}
    if known:
        told["tags"] = {"request": known.number, "route": known.route}
    if said := (event.get("logentry") or {}).get("message"):
        told["logentry"] = {
            "message": scrubbed(said)
        }  # as it stands in the program, without what was filled in
    if faults := (event.get("exception") or {}).get("values"):
        told["exception"] = {"values": [_fault(each) for each in faults]}
    return told


def _fault(each):
    frames = (each.get("stacktrace") or {}).get("frames") or []
    kept = [{name: frame[name] for name in OF_A_FRAME if name in frame} for frame in frames]
    return {"type": each.get("type"), "module": each.get("module"), "stacktrace": {"frames": kept}}
