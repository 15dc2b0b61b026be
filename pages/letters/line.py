"""A line to a mail server, step by step, so that it is known what became of a mail when it breaks.

Django's own sending tells a broken line before the server had the mail from one after it by nothing: then
either mails are lost or people get them twice. Here the last dot, which makes the server responsible
(RFC 5321, 4.1.1.4), is sent apart. What can be said in one breath is (RFC 2920).
"""

import contextlib
import re
import select
import socket
import ssl
import time

from django.core.mail import get_connection

from pages.letters.models import NOBODY
from pages.letters.refusals import BROKEN, NotSentError, Step, UnknownError, name, refusal

DOT_AT_THE_START = re.compile(rb"(?m)^\.")
QUESTIONS = [(Step.SENDER, 2), (Step.RECIPIENT, 2), (Step.RECIPIENT, 3)]
"""What MAIL, RCPT and DATA are about, and the first digit of a yes."""

GOODBYE = 5
"""Seconds to wait for the server's goodbye."""


class Line:
    """Takes one mail after the other: `offer`, `go_ahead`, `tell`, `end`, `answer`, in this order.

    Each may raise NotSentError; only `end` and `answer` may raise UnknownError. `patience` is in seconds for
    each answer, `last_patience` for the one after the dot.
    """

    def __init__(self, patience, last_patience=None):
        self.patience, self.last_patience = patience, last_patience or patience
        self.taken, self.is_open, self._is_dirty = 0, False, False
        self._envelope, self._patient_until = [], 0
        self._connection = get_connection(timeout=patience)
        try:
            self._connection.open()
            self._server = self._connection.connection
            self._server.ehlo_or_helo_if_needed()
            self.socket = self._server.sock
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BROKEN as broken:
            self.close()
            code = str(getattr(broken, "smtp_code", "") or "")
            raise NotSentError(f"{NOBODY} {name(broken)}", step=Step.CONNECTING, code=code) from None
        self._in_one_breath = self._server.has_extn("pipelining")
        self._says_size = self._server.has_extn("size")
        self.is_open = True

    def offer(self, sender, recipient, size):
        """Say from whom, to whom, and how large in bytes."""
        told = f" SIZE={size}" if self._says_size else ""
        self._envelope = [f"MAIL FROM:<{sender}>{told}", f"RCPT TO:<{recipient}>", "DATA"]
        self.socket.settimeout(self.patience)
        try:
            if self._is_dirty:
                self._server.docmd("RSET")
            self._say(self._envelope if self._in_one_breath else self._envelope[:1])
        except BROKEN as broken:
            raise self._lost(broken, Step.SENDER) from None
        self._is_dirty = True

    def go_ahead(self):
        """Wait until the server wants to hear the mail."""
        for number, (step, wanted) in enumerate(QUESTIONS):
            try:
                if number and not self._in_one_breath:
                    self._say(self._envelope[number : number + 1])
                code, words = self._server.getreply()
            except BROKEN as broken:
                raise self._lost(broken, step) from None
            if code // 100 != wanted:
                self._hear_the_rest(code, len(QUESTIONS) - 1 - number)
                raise refusal(code, words, step)

    def tell(self, content):
        """Say the mail, in 7 bits and with CRLF at the end of each line, up to the last dot."""
        if content.startswith(b".") or b"\n." in content:
            content = DOT_AT_THE_START.sub(b"..", content)
        try:
            self.socket.sendall(content if content.endswith(b"\r\n") else content + b"\r\n")
        except BROKEN as broken:
            raise self._lost(broken, Step.CONTENT) from None

    def end(self):
        """Say the last dot, unless the server has spoken or hung up: then it surely has nothing."""
        try:
            if self.has_spoken():
                code, words = self._server.getreply()
                self.close()
                raise refusal(code, words, Step.CONTENT)
        except BROKEN as broken:
            raise self._lost(broken, Step.CONTENT) from None
        try:
            self.socket.settimeout(self.last_patience)
            self._patient_until = time.monotonic() + self.last_patience
            self.socket.sendall(b".\r\n")
        except (BrokenPipeError, ConnectionResetError) as broken:
            raise self._lost(broken, Step.CONTENT) from None  # it cannot have left
        except BROKEN as broken:
            self.close()
            raise UnknownError(name(broken)) from None

    @property
    def is_overdue(self):
        """Whether the answer after the dot has been waited for long enough."""
        return time.monotonic() >= self._patient_until

    def answer(self):
        """Wait for the server to take the mail."""
        try:
            self.socket.settimeout(max(0.01, self._patient_until - time.monotonic()))
            code, words = self._server.getreply()
        except BROKEN as broken:
            self.close()
            raise UnknownError(name(broken)) from None
        if not 200 <= code < 300 and not 400 <= code < 600:
            self.close()
            raise UnknownError("no clear answer")
        self.taken, self._is_dirty = self.taken + 1, False
        if code >= 400:
            refused = refusal(code, words, Step.CONTENT)
            if code == 421:
                self.close()
            raise refused

    def has_spoken(self):
        """Whether there is something to read, or the line is dead."""
        if not select.select([self.socket], [], [], 0)[0]:
            return False
        if not isinstance(self.socket, ssl.SSLSocket):
            return True
        self.socket.settimeout(0)
        try:
            self._server.file.peek(1)
        except ssl.SSLWantReadError:
            return False  # only TLS had something to say
        finally:
            self.socket.settimeout(self.patience)
        return True

    def close(self):
        """Hang up; with a goodbye where no mail is half said."""
        server = getattr(self._connection, "connection", None)
        with contextlib.suppress(*BROKEN):
            if server and server.sock and self.is_open and not self._is_dirty:
                server.sock.settimeout(GOODBYE)
                server.docmd("QUIT")
        self.is_open = False
        if server:
            server.close()
        else:
            self._connection.fail_silently = True
            self._connection.close()

    def _say(self, commands):
        self.socket.sendall("".join(f"{command}\r\n" for command in commands).encode("ascii"))

    def _hear_the_rest(self, code, left):
        """What the server still has to say to what was said in one breath."""
        try:
            if code == 421:
                self.close()
            elif self._in_one_breath:
                replies = [self._server.getreply()[0] for _ in range(left)]
                if replies and replies[-1] == 354:
                    self._server.docmd(".")  # a mail to nobody (RFC 2920, 3.1)
        except BROKEN:
            self.close()

    def _lost(self, broken, step):
        self.close()
        return NotSentError(name(broken), step=step)
