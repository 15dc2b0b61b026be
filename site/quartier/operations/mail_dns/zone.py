"""What DNS answers, in plain values. It is asked once for each name and kind, and never for long."""

import ipaddress
from functools import lru_cache

import dns.exception
import dns.resolver

PATIENCE = 5.0  # seconds for one question, with all its repetitions
DNS_PORT = 53


class SilentError(Exception):
    """Nobody answered, or only that something is broken: nothing can be said about the name."""


class Zone:
    """Asks the name servers of this machine, or one that is named: `192.0.2.1` or `192.0.2.1:5353`."""

    def __init__(self, server="", patience=PATIENCE):
        try:
            self._resolver = dns.resolver.Resolver(configure=not server)
        except dns.resolver.NoResolverConfiguration:
            raise SilentError("this machine knows no name server") from None
        if server:
            self._resolver.nameservers, self._resolver.port = _server(server)
        self._resolver.lifetime = patience
        self._ask = lru_cache(maxsize=None)(self._ask)

    def texts(self, name) -> list[str]:
        """The TXT records of a name, each in one piece (RFC 7208, 3.3)."""
        return [b"".join(record.strings).decode("ascii", "replace") for record in self._ask(name, "TXT")[1]]

    def exchanges(self, name) -> list[tuple[int, str]]:
        """Who takes mail for a domain, the most preferred first; the null MX (RFC 7505) is an empty name."""
        found = self._ask(name, "MX")[1]
        return sorted((one.preference, one.exchange.to_text(omit_final_dot=True).strip(".")) for one in found)

    def has_address(self, name) -> bool:
        return any(self._ask(name, kind)[1] for kind in ("A", "AAAA"))

    def is_known(self, name) -> bool:
        """Whether there is anything at or below a name (RFC 8020)."""
        return self._ask(name, "TXT")[0]

    def _ask(self, name, kind):
        try:
            answer = self._resolver.resolve(name, kind, raise_on_no_answer=False, search=False)
        except dns.resolver.NXDOMAIN:
            return False, []
        except (dns.exception.DNSException, OSError, UnicodeError) as trouble:
            raise SilentError(f"{name} {kind}: {_name(trouble)}") from None
        return True, list(answer.rrset or [])


def _server(server):
    host, _colon, port = server.rpartition(":") if server.count(":") == 1 else (server, "", "")
    try:
        return [str(ipaddress.ip_address(host))], int(port or DNS_PORT)
    except ValueError:
        raise SilentError(f"“{server}” is no address of a name server") from None


def _name(trouble):
    if isinstance(trouble, dns.exception.Timeout):
        return "no answer in time"
    return (
        "the name servers could not answer"
        if isinstance(trouble, dns.resolver.NoNameservers)
        else str(trouble)
    )
