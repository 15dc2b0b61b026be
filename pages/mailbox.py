"""PURE  Mail addresses: which can be written to, which are the same mailbox, how little of one to show."""

import re
import unicodedata

LONGEST, LONGEST_NAME = 254, 64
"""Characters of an address (RFC 5321, 4.5.3.1, and its erratum 1690), and of what stands before the @."""

NAME = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}(?<!-)")
OTHER_NAMES = {
    "googlemail.com": "gmail.com",
    "me.com": "icloud.com",
    "mac.com": "icloud.com",
    "pm.me": "proton.me",
    "protonmail.com": "proton.me",
    "protonmail.ch": "proton.me",
}
PASSED_OVER = {"gmail.com": ".", "proton.me": ".-_"}
"""Signs before the @ that these providers do not look at."""


class NoAddressError(ValueError):
    """It does not look like an address."""


class UnsendableError(NoAddressError):
    """It may be one, but most mail servers cannot deliver to letters like ü before the @ (RFC 6531)."""


def checked(text: str) -> str:
    """The address as it is kept. Raises NoAddressError or UnsendableError."""
    name, at, host = unicodedata.normalize("NFKC", text.strip()).rpartition("@")
    known = _in_ascii(host)
    if not (at and HOST.fullmatch(known)):
        raise NoAddressError
    if not name.isascii() and name.isprintable() and not re.search(r"[\s@]", name):
        raise UnsendableError
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME or len(f"{name}@{known}") > LONGEST:
        raise NoAddressError
    return f"{name}@{known.encode().decode('idna')}"


def key_of(address: str) -> str:
    """One spelling for all that reach the same person: capitals, and umlauts in the name of the host."""
    name, _at, host = unicodedata.normalize("NFKC", address.strip()).rpartition("@")
    return f"{name.casefold()}@{_in_ascii(host)}"


def spellings(address: str) -> set[str]:
    """How one address may stand somewhere, capitals aside: with the host in its own letters and in ASCII."""
    name, _at, host = key_of(address).rpartition("@")
    return {f"{name}@{host}", f"{name}@{host.encode().decode('idna')}"} if host else {address.strip()}


def limit_key_of(address: str) -> str:
    """One spelling for all that may reach the same mailbox, where dots and what follows a + are overlooked.

    For counting only: elsewhere two such addresses may be two people.
    """
    name, _at, host = key_of(address).rpartition("@")
    host = OTHER_NAMES.get(host, host)
    name = name.partition("+")[0] or name
    return f"{name.translate({ord(sign): None for sign in PASSED_OVER.get(host, '')}) or name}@{host}"


def masked(address: str) -> str:
    """`g…@example.org`: enough for its owner to know it."""
    name, _at, host = address.rpartition("@")
    return f"{name[:1]}…@{host}"


def _in_ascii(host):
    """As mail servers know it; empty for what cannot be the name of a host."""
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        return ""
