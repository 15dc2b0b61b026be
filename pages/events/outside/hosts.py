"""Which computers may be asked: those that all the world can reach, and none behind our own doors."""

import ipaddress
import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread

from pages.events.outside.trouble import Fault, TroubleError

WORLD = ipaddress.ip_network("2000::/3")
NOT_THE_WORLD = [
    ipaddress.ip_network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
]
"""Tunnels into IPv4 and examples, which lie inside of it."""

IsPublic = Callable[[str], bool]


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet. IPv4 in the clothes of IPv6 never does."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return False
    if number.version == 6:
        return number in WORLD and not any(number in network for network in NOT_THE_WORLD)
    return number.is_global and not (number.is_multicast or number.is_reserved)


def addresses(host: str, port: int, patience: float, allowed: IsPublic = is_public) -> list[tuple]:
    """Where a host is, as (family, address). Raises TroubleError if one of its addresses is not allowed.

    All spellings of an address (127.1, 0x7f000001) are judged by what the system makes of them.
    """
    found = _resolved(host, port, patience)
    if not found:
        raise TroubleError(Fault.UNKNOWN_HOST)
    if not all(allowed(address[0]) for _family, address in found):
        raise TroubleError(Fault.PRIVATE)
    return found


def _resolved(host, port, patience):
    """The system's own resolver has more patience than we have: it is asked in a thread."""
    answers = SimpleQueue()

    def ask():
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([(family, address) for family, _type, _proto, _name, address in rows])
        except (OSError, UnicodeError, ValueError) as fault:
            answers.put(fault)

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(patience, 0))
    except Empty:
        raise TroubleError(Fault.SLOW) from None
    if isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN:
        raise TroubleError(Fault.UNREACHABLE) from None
    return [] if isinstance(answer, Exception) else answer
