"""A mail server that keeps nothing but a list of whom it took mail for, and misbehaves as it is told.

Run as a process of its own, `python -m tests.crash.sink LOG '{"answer_after": 0.004}'`; it says its port.
Before it says yes to a mail, the line about it is on the disk. Standard library only.
"""

import asyncio
import json
import os
import random
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

PATH = re.compile(rb"(?i)(?:MAIL FROM|RCPT TO):<([^>]*)>")
MARK = re.compile(rb"(?m)^Message-ID: <([^>]+)>")


@dataclass
class Faults:
    """What it does wrong. Shares are of mails; what is chosen by chance is chosen by `seed`."""

    answer_after: float = 0
    soft: float = 0
    unknown: list = field(default_factory=list)
    grey_for: float = 0
    hang_up_in_data: float = 0
    hang_up_after_dot: float = 0
    full: float = 0
    pipelining: bool = True
    lets_nobody_in: bool = False
    refuses_sender: str = ""
    refuses_content: str = ""
    only: int = 0
    most_on_a_line: int = 0
    seed: int = 1


class Sink:
    """Takes mail on a port of its own. `taken` counts mails."""

    def __init__(self, log, faults):
        self.log, self.faults = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), faults
        self.chance, self.seen, self.lines = random.Random(faults.seed), {}, 0

    async def serve(self):
        server = await asyncio.start_server(self.talk, "127.0.0.1", 0, limit=2**20)
        print(server.sockets[0].getsockname()[1], flush=True)
        async with server:
            await server.serve_forever()

    async def talk(self, reader, writer):
        self.lines += 1
        try:
            if self.faults.only and self.lines > self.faults.only:
                writer.write(b"421 4.7.0 too many connections\r\n")
            else:
                await Dialogue(self, reader, writer).hold()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.lines -= 1
            writer.close()

    def by_chance(self, share):
        return share and self.chance.random() < share

    def write_down(self, recipient, mark):
        os.write(self.log, f"{recipient} {mark}\n".encode())
        os.fsync(self.log)


class Dialogue:
    """One connection."""

    def __init__(self, sink, reader, writer):
        self.sink, self.faults, self.reader, self.writer = sink, sink.faults, reader, writer
        self.sender = self.recipient = None
        self.taken = 0

    async def hold(self):
        self.say(b"220 sink ESMTP")
        while command := await self.reader.readline():
            answer = getattr(self, f"on_{command[:4].decode('ascii', 'replace').strip().lower()}", None)
            if await answer(command) if answer else self.say(b"500 5.5.2 what?"):
                return

    def say(self, words):
        self.writer.write(words + b"\r\n")

    async def on_ehlo(self, _command):
        way_in = b"\r\n250-AUTH PLAIN" if self.faults.lets_nobody_in else b""
        self.say(b"250-sink\r\n250-SIZE 10000000" + way_in + self._breath())

    async def on_auth(self, _command):
        self.say(b"535 5.7.8 who are you?")

    def _breath(self):
        return b"\r\n250 PIPELINING" if self.faults.pipelining else b"\r\n250 HELP"

    async def on_rset(self, _command):
        self.sender = self.recipient = None
        self.say(b"250 2.0.0 forgotten")

    async def on_quit(self, _command):
        self.say(b"221 2.0.0 bye")
        return True

    async def on_mail(self, command):
        if self.sender is not None:
            return self.say(b"503 5.5.1 one at a time")
        if self.faults.most_on_a_line and self.taken >= self.faults.most_on_a_line:
            self.say(b"421 4.7.0 enough on this line")
            return True
        if self.faults.refuses_sender:
            return self.say(self.faults.refuses_sender.encode())
        self.sender = PATH.match(command)[1].decode()
        return self.say(b"250 2.1.0 ok")

    async def on_rcpt(self, command):
        recipient = PATH.match(command)[1].decode()
        first = self.sink.seen.setdefault(recipient, time.monotonic())
        if recipient in self.faults.unknown:
            return self.say(b"550 5.1.1 <" + recipient.encode() + b"> unknown")
        if self.faults.grey_for and time.monotonic() - first < self.faults.grey_for:
            return self.say(b"450 4.7.1 greylisted, come back later")
        if self.sink.by_chance(self.faults.soft):
            return self.say(b"451 4.3.0 not now")
        self.recipient = recipient
        return self.say(b"250 2.1.5 ok")

    async def on_data(self, _command):
        if not self.recipient:
            return self.say(b"503 5.5.1 to whom?")
        self.say(b"354 go on")
        if self.sink.by_chance(self.faults.hang_up_in_data):
            await self.reader.read(10)
            return True
        text = await self._text()
        if self.faults.refuses_content:
            self.say(self.faults.refuses_content.encode())
        elif self.sink.by_chance(self.faults.full):
            self.say(b"452 4.3.1 disk full")
        else:
            mark = MARK.search(text)
            self.sink.write_down(self.recipient, mark[1].decode() if mark else "-")
            if self.sink.by_chance(self.faults.hang_up_after_dot):
                return True
            await asyncio.sleep(self.faults.answer_after)
            self.taken += 1
            self.say(b"250 2.0.0 taken")
        self.sender = self.recipient = None
        return False

    async def _text(self):
        """Up to the dot that stands alone."""
        return await self.reader.readuntil(b"\r\n.\r\n")


if __name__ == "__main__":
    asyncio.run(Sink(Path(sys.argv[1]), Faults(**json.loads(sys.argv[2]))).serve())
