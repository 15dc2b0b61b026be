"""A connection to the very address that was checked, which never waits longer than was agreed.

A name is resolved once: whoever lets it point elsewhere a moment later does not lead us there. Each read gets
only what is left of the time, so that a byte a second helps nobody either.
"""

import io
import socket
import ssl
from http.client import HTTPConnection
from time import monotonic

from pages.events.outside.trouble import Fault, TroubleError

ONE_ADDRESS = 5.0
"""Seconds for one of several addresses of a host to answer."""


class Deadline:
    """The moment at which patience ends."""

    def __init__(self, seconds: float):
        self.at = monotonic() + seconds

    def left(self) -> float:
        """Seconds; raises TroubleError when there are none."""
        left = self.at - monotonic()
        if left <= 0:
            raise TroubleError(Fault.SLOW)
        return left


class _Raw(io.RawIOBase):
    def __init__(self, sock, deadline):
        self.sock, self.deadline = sock, deadline

    def readable(self):
        return True

    def readinto(self, buffer):
        self.sock.settimeout(self.deadline.left())
        return self.sock.recv_into(buffer)


class _Socket:
    """As much of a socket as http.client needs."""

    def __init__(self, sock, deadline):
        self.sock, self.deadline = sock, deadline

    def sendall(self, data):
        self.sock.settimeout(self.deadline.left())
        self.sock.sendall(data)

    def makefile(self, mode):
        return io.BufferedReader(_Raw(self.sock, self.deadline))

    def close(self):
        """Not yet: http.client lets go of a connection before it has read the answer."""


class Connection(HTTPConnection):
    """Speaks with one of the `addresses` as with `host`; `tls` is a context, or None for plain HTTP."""

    def __init__(self, host, port, *, addresses, deadline, tls=None):
        super().__init__(host, port)
        self.addresses, self.deadline, self.tls, self.line = addresses, deadline, tls, None
        self.default_port = 443 if tls else 80

    def connect(self):
        self.line = self._reach()
        if self.tls:
            self.line.settimeout(self.deadline.left())
            self.line = self.tls.wrap_socket(self.line, server_hostname=self.host)
        self.sock = _Socket(self.line, self.deadline)

    def hang_up(self):
        self.close()
        if self.line:
            self.line.close()

    def _reach(self):
        last = OSError()
        for family, address in self.addresses:
            sock = socket.socket(family, socket.SOCK_STREAM)
            sock.settimeout(min(self.deadline.left(), ONE_ADDRESS))
            try:
                sock.connect(address)
            except OSError as fault:
                sock.close()
                last = fault
            else:
                return sock
        raise last


def trusted() -> ssl.SSLContext:
    """Certificates are checked as browsers check them."""
    return ssl.create_default_context()
