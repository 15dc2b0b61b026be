"""All that DNS has to say about our mail, looked at in one go."""

from dataclasses import dataclass
from email.utils import parseaddr

from quartier.operations.mail_dns import arriving, dkim, dmarc, spf
from quartier.operations.mail_dns.line import Level, Line

OF_PROVIDERS = {
    *(
        "gmail.com",
        "googlemail.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "t-online.de",
        "freenet.de",
        "outlook.com",
    ),
    *(
        "outlook.de",
        "hotmail.com",
        "hotmail.de",
        "live.de",
        "yahoo.com",
        "yahoo.de",
        "icloud.com",
        "posteo.de",
    ),
    *("mailbox.org", "proton.me", "arcor.de", "aol.com"),
}


class NoSenderError(Exception):
    """There is no address to look at."""


@dataclass(frozen=True)
class Sending:
    """How our mail goes out: what readers see, where it comes back to, which server and keys it goes by."""

    sender: str
    bounces: str = ""
    server: str = ""
    selectors: tuple[str, ...] = ()

    @property
    def domain(self):
        return domain_of(self.sender)

    @property
    def returns_to(self):
        return domain_of(self.bounces) if self.bounces else self.domain


def domain_of(address) -> str:
    """In the letters that DNS knows. Raises NoSenderError."""
    _name, plain = parseaddr(address)
    try:
        host = plain.rpartition("@")[2].encode("idna").decode().lower().rstrip(".")
    except UnicodeError:
        host = ""
    if "@" not in plain or "." not in host:
        raise NoSenderError(
            f"“{address}” is no mail address." if address else "No sender is set (MAIL_FROM)."
        )
    return host


def check(sending, zone) -> list[Line]:
    """Raises SilentError where DNS could not be asked."""
    domain, bounces = sending.domain, sending.returns_to
    if domain in OF_PROVIDERS:
        return [Line("From", Level.WRONG, FOREIGN.format(domain=domain))]
    lines = arriving.look(zone, domain, "answers to your mail")
    if bounces != domain:
        lines += arriving.look(zone, bounces, "mails that come back")
    lines += spf.look(zone, bounces, sending.server)
    lines += dkim.look(zone, domain, sending.selectors)
    return lines + dmarc.look(zone, domain, bounces)


FOREIGN = (
    "{domain} belongs to a mail provider, and only that provider may send from it. Send from an address of a"
    " domain of your own."
)
