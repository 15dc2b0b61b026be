"""How long the certificate of the site is valid, seen as a visitor's browser sees it."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from quartier.operations.doctor.concerns.settings import is_this_machine
from quartier.operations.doctor.finding import broken, good, look

SOON, VERY_SOON = 20, 7
"""Days. Whatever renews certificates does so thirty days before their end."""

RENEW = _("Look at what renews it (certbot, Caddy, your provider): it should have done so by now.")

FETCH = _(
    "The server has made it itself, for the time being. Fetch a real one: `sudo quartier certificate MAIL`."
)
OWN_MAKING = 18
"""What OpenSSL calls a certificate that nobody but itself vouches for."""


def look_at(patience):
    where = urlsplit(settings.SITE_URL)
    if where.scheme != "https" or is_this_machine(where.hostname or ""):
        return
    host, port = where.hostname, where.port or 443
    try:
        yield remaining(valid_until(host, port, patience.seconds) - datetime.now(UTC))
    except ssl.SSLCertVerificationError as fault:
        yield broken(
            _("Browsers do not believe the certificate of {host}: {fault}."),
            FETCH if fault.verify_code == OWN_MAKING else RENEW,
            host=host,
            fault=fault.verify_message,
        )
    except OSError as fault:
        yield look(
            _("From here {host} could not be reached ({fault})."),
            _("Try it from elsewhere. Some networks do not let a machine visit itself."),
            host=host,
            fault=type(fault).__name__,
        )


def valid_until(host, port, seconds, trust=None):
    """The end of the certificate that a server shows. Raises OSError, also for one that is not believed."""
    trust = trust or ssl.create_default_context()
    with (
        socket.create_connection((host, port), timeout=seconds) as line,
        trust.wrap_socket(line, server_hostname=host) as talk,
    ):
        return datetime.fromtimestamp(ssl.cert_time_to_seconds(talk.getpeercert()["notAfter"]), UTC)


def remaining(left):
    days = left // timedelta(days=1)
    says = ngettext_lazy(
        "The certificate is valid for {days} more day.",
        "The certificate is valid for {days} more days.",
        days,
    )
    if days < VERY_SOON:
        return broken(says, RENEW, days=days)
    return look(says, RENEW, days=days) if days < SOON else good(says, days=days)
