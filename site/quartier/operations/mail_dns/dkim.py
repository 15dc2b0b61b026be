"""The key with which our mail is signed (DKIM, RFC 6376): whether it is there, and whether it is good."""

import base64
import binascii

from quartier.operations.mail_dns.line import Level, Line, tags

DKIM = "DKIM"
USUAL = ["default", "mail", "dkim", "selector1", "s1", "k1"]
"""Tried where nobody named one. What a provider calls its keys cannot be asked for."""

SHORT, GOOD = 1024, 2048
SEQUENCE, LONG = 0x30, 0x80


def look(zone, domain, selectors) -> list[Line]:
    """`selectors`: what the provider calls the keys."""
    named = [(name, _record(zone, domain, name)) for name in selectors or USUAL]
    found = [(name, record) for name, record in named if record is not None]
    if selectors:
        return [_judge(domain, name, record) for name, record in named]
    return [_judge(domain, name, record) for name, record in found] or [_unnamed(zone, domain)]


def _record(zone, domain, selector):
    found = [text for text in zone.texts(f"{selector}._domainkey.{domain}") if "p=" in text.replace(" ", "")]
    return found[0] if found else None


def _unnamed(zone, domain):
    if not zone.is_known(f"_domainkey.{domain}"):
        return Line(DKIM, Level.WRONG, f"{domain} has no key. {SWITCH_ON}", _example(domain, "SELECTOR"))
    says = f"{domain} has keys, under names that only your provider knows. Name one: --selector NAME"
    return Line(DKIM, Level.HINT, says)


SWITCH_ON = (
    "Your provider signs the mail: switch DKIM on there, and put the record that it shows you into DNS."
    " It looks like this:"
)


def _example(domain, selector):
    return f'{selector}._domainkey.{domain}. IN TXT "v=DKIM1; k=rsa; p=…"'


def _judge(domain, selector, record):
    if record is None:
        says = f"There is no key “{selector}” at {domain}. {SWITCH_ON}"
        return Line(DKIM, Level.WRONG, says, _example(domain, selector))
    parts = tags(record)
    key = "".join(parts.get("p", "").split())
    if not key:
        return Line(DKIM, Level.WRONG, f"The key “{selector}” of {domain} is withdrawn (p= is empty).")
    kind = parts.get("k", "rsa")
    bits = _bits(key) if kind == "rsa" else GOOD
    if bits is None or kind not in ("rsa", "ed25519"):
        return Line(DKIM, Level.WRONG, f"The key “{selector}” of {domain} cannot be read. Was it cut off?")
    if bits < SHORT:
        return Line(
            DKIM,
            Level.WRONG,
            f"The key “{selector}” of {domain} has {bits} bits only; it counts for nothing.",
        )
    if bits < GOOD:
        return Line(
            DKIM, Level.HINT, f"The key “{selector}” of {domain} has {bits} bits; {GOOD} are usual today."
        )
    if "y" in parts.get("t", "").split(":"):
        return Line(DKIM, Level.HINT, f"The key “{selector}” of {domain} is marked as a trial (t=y).")
    return Line(DKIM, Level.GOOD, f"Mail of {domain} can be signed with the key “{selector}”.")


def _bits(key):
    """How long an RSA key is; None for what is none. It is wrapped in DER (RFC 5280) or bare (RFC 8017)."""
    try:
        [(_tag, key), *_] = _values(base64.b64decode(key, validate=True))
        first, second = _values(key)[:2]
        if first[0] == SEQUENCE:
            [(_tag, key), *_] = _values(second[1][1:])
            first = _values(key)[0]
        return int.from_bytes(first[1], "big").bit_length()
    except (binascii.Error, ValueError, IndexError):
        return None


def _values(content):
    """The values that stand one after the other in DER, each as tag and content."""
    found = []
    while content:
        tag, length, rest = content[0], content[1], content[2:]
        if length & LONG:
            size = length & ~LONG
            length, rest = int.from_bytes(rest[:size], "big"), rest[size:]
        if len(rest) < length:
            raise ValueError("cut off")
        found.append((tag, rest[:length]))
        content = rest[length:]
    return found
