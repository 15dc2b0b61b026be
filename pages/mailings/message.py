"""A mail to many, as mail servers want it (RFC 5322): made once for a language, completed for each person.

What tells machines that it goes to many: `List-Id` (RFC 2919), `List-Unsubscribe` with one click (RFC 8058),
and `Precedence: bulk`, so that nobody's holiday note answers it (RFC 3834, 2). Not `Auto-Submitted`: a person
wrote it, and a person sends it.
"""

import binascii
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from pages.centre.models import Centre
from pages.letters.writing import POLICY, ascii_address, host, one_line, sendable, sender
from pages.mailings.content import Content
from pages.subscribers import links

TOKEN = links.TOKEN.encode()
SAFE_TOKEN = re.compile(r"[\w.-]+", re.A)
SAFE_ADDRESS = re.compile(r"""([\w!#$%&'*+/=?^`{|}~.-]+|"[ !#-\[\]-~]+")@[\w.-]+""", re.A)
BREAK = b"=\r\n"
AS_IT_IS = SMTP.clone(refold_source="none")


def build(content, address, token, *, language="", mark="", now=None) -> bytes:
    """The whole mail to one person. Raises ValueError for an address that no mail can be sent to."""
    return Printed(content, language).to(address, token, mark or get_random_string(32), now)


def mark_of(delivery_id):
    """Tells nothing, and is the same whenever the same mail is tried again."""
    return salted_hmac("pages.mailings.message-id", str(delivery_id), algorithm="sha256").hexdigest()


def written(address):
    """The address as headers and servers know it. Raises ValueError for what cannot be one."""
    ascii_only = ascii_address(address)
    if not SAFE_ADDRESS.fullmatch(ascii_only):
        raise ValueError("This is no address.")
    return ascii_only


@dataclass(frozen=True)
class From:
    """Who it comes from: as set by the operator, under the name of the centre; answers reach the centre."""

    address: str
    name: str
    answers: str

    @classmethod
    def house(cls):
        name, _bracket, address = sender().strip().removesuffix(">").rpartition("<")
        centre = Centre.objects.filter(site__is_default_site=True).first() or Centre()
        answers = centre.mail if centre.mail.lower() != address.lower() else ""
        return cls(ascii_address(address), name.strip(' "') or centre.name, answers and written(answers))


class Printed:
    """What is the same for everybody who reads one language, cut where each person's token goes."""

    def __init__(self, content, language="", origin=None):
        self.origin = origin or From.house()
        said = (content.text, content.html, language)
        boundary = f"=_{sha256(repr(said).encode(errors='replace')).hexdigest()[:32]}"
        parts = [_part("plain", content.text, language), _part("html", content.html, language)]
        edge = f"--{boundary}".encode()
        body = b"\r\n".join([edge, parts[0], edge, parts[1], edge + b"--", b""])
        self.pieces = (self._head(content.subject, boundary) + body).split(TOKEN)

    def to(self, address, token, mark, now=None) -> bytes:
        """The mail to one person; `mark` makes its Message-ID. Raises ValueError for no address."""
        if not SAFE_TOKEN.fullmatch(token):
            raise ValueError("This is no token.")
        own = f"To: {written(address)}\r\nDate: {format_datetime(now or timezone.now())}\r\n"
        own += f"Message-ID: <{mark}@{host()}>\r\n"
        return own.encode("ascii") + token.encode("ascii").join(self.pieces)

    def _head(self, subject, boundary):
        made = EmailMessage(policy=POLICY)
        made["From"] = Address(one_line(self.origin.name), addr_spec=self.origin.address)
        if self.origin.answers:
            made["Reply-To"] = self.origin.answers
        made["Subject"] = one_line(subject)
        made["MIME-Version"] = "1.0"
        made["Precedence"] = "bulk"
        lines = [
            f"List-Id: <newsletter.{host()}>",
            f"List-Unsubscribe: <{links.one_click()}>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            f'Content-Type: multipart/alternative; boundary="{boundary}"',
        ]
        return made.as_bytes().rstrip(b"\r\n") + "\r\n".join(["", *lines, "", ""]).encode("ascii")


class Mail(EmailMultiAlternatives):
    """The same mail for Django's other ways of sending, and for those who sell the sending of mail."""

    def __init__(self, content: Content, address, token, *, language="", mark="", now=None, printed=None):
        printed = printed or Printed(content, language)
        self.raw = printed.to(address, token, mark or get_random_string(32), now)
        made = self.message()
        text, html = (said.replace(links.TOKEN, token) for said in (content.text, content.html))
        extra = {
            name: str(made[name])
            for name in ("Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Precedence")
        }
        super().__init__(
            one_line(content.subject),
            sendable(text),
            str(made["From"]),
            [written(address)],
            alternatives=[(sendable(html), "text/html")],
            reply_to=[printed.origin.answers] if printed.origin.answers else None,
            headers=extra,
        )

    def message(self, *, policy=None):
        return message_from_bytes(self.raw, policy=AS_IT_IS)


def _part(kind, text, language):
    """One part, 7 bit, in lines of at most 76 signs; each token has a line of its own and stays as it is."""
    head = [f'Content-Type: text/{kind}; charset="utf-8"', "Content-Transfer-Encoding: quoted-printable"]
    head += [f"Content-Language: {language}"] if language else []
    lines = sendable(text).replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    pieces = [_quoted(piece.encode()) for piece in lines.split(links.TOKEN)]
    return "\r\n".join([*head, "", ""]).encode() + (BREAK + TOKEN + BREAK).join(pieces)


def _quoted(piece):
    made = binascii.b2a_qp(piece, quotetabs=False, istext=True, header=False)
    return made.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
