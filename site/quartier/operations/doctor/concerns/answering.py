"""Whether readers get an answer where they look for the site: not copies, but the program itself."""

import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.concerns.settings import is_this_machine
from quartier.operations.doctor.finding import broken, good


def look_at(patience):
    """Nothing where no line comes about: that is told with the certificate."""
    where = urlsplit(settings.SITE_URL)
    if is_this_machine(where.hostname or ""):
        return
    try:
        status = asked(where, patience.seconds)
    except HTTPException:
        status = 0
    except OSError:
        return
    yield verdict(status)


def asked(where, seconds):
    """The status of the answer, whatever the certificate. Raises OSError or HTTPException."""
    if where.scheme == "https":
        anyone = ssl._create_unverified_context()  # noqa: S323 (nothing secret is sent, and no answer is believed)
        line = HTTPSConnection(where.hostname, where.port, timeout=seconds, context=anyone)
    else:
        line = HTTPConnection(where.hostname, where.port, timeout=seconds)
    try:
        line.request("GET", "/health/ready", headers={"User-Agent": "quartier-doctor"})
        return line.getresponse().status
    finally:
        line.close()


def verdict(status):
    if status == 200:
        return good(_("The site answers where readers look for it."))
    return broken(
        _("Where readers look for the site, the program does not answer as it should ({status})."),
        _("Look at the web processes and what they say: journalctl -u 'quartier-web@*' -n 50"),
        status=status,
    )
