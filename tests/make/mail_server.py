"""A real mail server on a port of its own: it receives, or refuses, hangs up and dawdles as it is told."""

import asyncio
import socket
from email import message_from_bytes
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class MailServer:
    """`received` holds the messages; `at` maps a step (MAIL, RCPT, DATA) to a reply or to what to do."""

    def __init__(self, at=None):
        self.at, self.received, self.recipients, self.dialogues = at or {}, [], [], 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def start(self):
        self.controller = _Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        self.controller.stop()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    async def _step(self, step, server):
        todo = self.at.get(step)
        if todo == "hang up":
            server.transport.close()
            return "421 gone"
        if isinstance(todo, int | float):
            await asyncio.sleep(todo)
            return None
        return todo

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        self.dialogues += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        envelope.mail_from = address
        return await self._step("MAIL", server) or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        refused = await self._step("RCPT", server)
        if not refused:
            envelope.rcpt_tos.append(address)
        return refused or "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        refused = await self._step("DATA", server)
        if not refused or self.at.get("DATA") == "hang up":
            self.received.append(message_from_bytes(envelope.content, policy=default))
            self.recipients += envelope.rcpt_tos
        return refused or "250 taken"


class _Controller(Controller):
    def factory(self):
        return SMTP(self.handler, hostname="mail.example", data_size_limit=None)
