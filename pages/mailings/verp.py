"""Where a mail comes back to: an address of its own, so that what comes back says by itself what it was."""

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from pages.letters.writing import ascii_address

OURS = re.compile(r"(?<![^\s+])(\d{1,18})-([0-9a-f]{16})(?![^\s@])", re.I)


def sender_of(delivery_id):
    """The envelope sender of one mail: `bounce+<row>-<mac>@…`."""
    name, _at, host = ascii_address(settings.BOUNCE_ADDRESS).rpartition("@")
    return f"{name}+{proof(delivery_id)}@{host}"


def proof(delivery_id):
    """The number of a mail, and that we have written it."""
    return f"{delivery_id}-{_mac(delivery_id)}"


def delivery_of(address) -> int | None:
    """Of which mail this is the envelope sender, or the proof; None where somebody made it up."""
    found = OURS.search(address)
    if found and constant_time_compare(_mac(int(found[1])), found[2].lower()):
        return int(found[1])
    return None


def _mac(number):
    return salted_hmac("pages.mailings.verp", str(number), algorithm="sha256").hexdigest()[:16]
