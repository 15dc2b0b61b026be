"""The settings: those that are easily forgotten, and what Django says of them."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.http.request import validate_host
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import broken, good, look

SHORT = 50
ABOUT_HTTPS = {"security.W004", "security.W008", "security.W012", "security.W016"}


def look_at(patience):
    found = [*own(settings), *djangos()]
    yield from found or [good(_("The settings are those of a site that everybody may visit."))]


def own(chosen):
    """What Django cannot know: that the addresses agree with each other."""
    where = urlsplit(chosen.SITE_URL)
    if chosen.DEBUG:
        yield broken(
            _("DEBUG is on: strangers can read the program and its secrets."),
            _("Set DJANGO_SETTINGS_MODULE=quartier.settings.production."),
        )
    if len(chosen.SECRET_KEY) < SHORT:
        yield look(
            _("SECRET_KEY is short: it can be guessed."),
            _("Set it to 50 random characters or more. All who are signed in must do so again."),
        )
    if where.scheme != "https" and not is_this_machine(where.hostname or ""):
        yield broken(
            _("SITE_URL does not begin with https://."),
            _("Get a certificate for it, and set SITE_URL to the address with https://."),
        )
    if not validate_host(where.hostname or "", chosen.ALLOWED_HOSTS):
        yield broken(
            _("The server does not answer to {name}, which is where SITE_URL sends everybody."),
            _("Add {name} to ALLOWED_HOSTS."),
            name=where.hostname,
        )
    if "*" in chosen.ALLOWED_HOSTS:
        yield look(
            _("ALLOWED_HOSTS lets everybody choose the name that the site is called by."),
            _("Name the hosts that are yours in ALLOWED_HOSTS."),
        )


def is_this_machine(host):
    """Whether an address leads nowhere else: there nobody needs a certificate."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def djangos():
    """What `manage.py check --deploy` warns of; not of missing https where nobody comes from elsewhere."""
    left_out = ABOUT_HTTPS if is_this_machine(urlsplit(settings.SITE_URL).hostname or "") else ()
    for message in checks.run_checks(include_deployment_checks=True):
        if message.level >= checks.WARNING and not message.is_silenced() and message.id not in left_out:
            says = _("Django says: {message}")
            yield (broken if message.is_serious() else look)(
                says, str(message.hint or "").replace("{", "{{").replace("}", "}}"), message=message.msg
            )
