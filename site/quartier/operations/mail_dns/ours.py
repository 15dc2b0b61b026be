"""How the mail of this house goes out, by its settings."""

from django.conf import settings

from quartier.operations.mail_dns.checking import Sending


def ours(sender="", selectors=()) -> Sending:
    """What is given goes before what is set."""
    return Sending(
        sender or settings.DEFAULT_FROM_EMAIL,
        getattr(settings, "BOUNCE_ADDRESS", ""),
        _server(),
        tuple(selectors or settings.DKIM_SELECTORS),
    )


def _server():
    """Only a server with a name can be said in an SPF record."""
    name = settings.EMAIL_HOST or ""
    return name if "." in name and not name.replace(".", "").isdigit() else ""
