"""A letter as mail servers want it (RFC 5322): 7 bit, CRLF, nothing that a name could smuggle in."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

import idna
from django.conf import settings
from django.core import mail
from django.utils.crypto import salted_hmac

POLICY = SMTP.clone(cte_type="7bit")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
PLAIN_HOST = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
UNSENDABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Mail(mail.EmailMessage):
    """Goes through any of Django's ways of sending; the message itself is Python's own."""

    def __init__(self, letter):
        self.letter = letter
        super().__init__(one_line(letter.subject), letter.text, sender(), [ascii_address(letter.to)])

    def message(self, *, policy=None):
        made = EmailMessage(policy=POLICY)
        made["From"] = header_of(self.from_email)
        made["To"] = self.to[0]
        made["Subject"] = self.subject
        made["Date"] = format_datetime(self.letter.written_at)
        made["Message-ID"] = f"<{_mark(self.letter)}@{host()}>"
        if self.letter.reply_to:
            made["Reply-To"] = ascii_address(self.letter.reply_to)
        if self.letter.is_automatic:
            made["Auto-Submitted"] = "auto-generated"
        made.set_content(sendable(self.letter.text))
        return made


def sendable(text):
    """A text without the signs that no mail, and no database, takes."""
    return UNSENDABLE.sub("", text)


def one_line(text):
    """A text for a header: no line breaks, no control characters."""
    return " ".join(CONTROLS.sub(" ", str(text)).split())


def ascii_address(address):
    """`a@müller.example` as every mail server understands it. Raises UnicodeError for what cannot be one."""
    name, _at, domain = one_line(address).rpartition("@")
    name.encode("ascii")
    if PLAIN_HOST.fullmatch(domain):
        return f"{name}@{domain}"
    return f"{name}@{idna.encode(domain, uts46=True).decode()}"


def sender():
    """Who our mails come from: as set by the operator, else nobody at the address of the site."""
    return settings.DEFAULT_FROM_EMAIL or f"noreply@{host()}"


def header_of(sender):
    """Name and address as they may stand in a header."""
    name, address = parseaddr(sender)
    return str(Address(display_name=one_line(name), addr_spec=address)) if name else address


def host():
    """The name under which the site is found."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def _mark(letter):
    """Tells nothing, and is the same whenever the same letter is tried again."""
    return salted_hmac("pages.letters.message-id", str(letter.pk), algorithm="sha256").hexdigest()
