"""How much one sender may send, without keeping who it was.

A hash with a key of the day stands for the address; the rows are deleted within a day (`forget`).
"""

import ipaddress
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pages.enquiries.models.submission import Knock

LIMITS = [(timedelta(minutes=10), 5), (timedelta(days=1), 20)]


def is_over(sender, now, most_in=LIMITS):
    """Whether this sender has sent as much as anybody may."""
    return any(
        Knock.objects.filter(sender=sender, at__gt=now - span).count() >= most for span, most in most_in
    )


def note(sender, now):
    Knock.objects.create(sender=sender, at=now)


def forget(now=None):
    """Delete what is a day old. How many."""
    return Knock.objects.filter(at__lte=(now or timezone.now()) - timedelta(days=1)).delete()[0]


def sender_of(request, now):
    """A hash for today. Of IPv6 the first half counts: the other half changes as one likes."""
    day = timezone.localtime(now).date().isoformat()
    key = f"pages.enquiries.sender.{day}"
    return salted_hmac(key, _network(_address(request)), algorithm="sha256").hexdigest()


def _address(request):
    if settings.BEHIND_PROXY:
        # Only the last one was written by our own proxy; the others say whatever a sender likes.
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


def _network(text):
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    if address.version == 6 and not address.ipv4_mapped:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
