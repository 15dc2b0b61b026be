"""How fast newsletters go, beside a bare loop over smtplib that keeps its line; and how much memory.

Both speak with the same server, which writes down each mail to the disk before it says yes: `make bench`.
"""

import os
import smtplib
import statistics
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tests.crash.fire import House, Round, a_database, a_sink

MAILS = 1000
TURNS = 3
MAIL = "From: Haus <haus@haus.example>\r\nTo: {to}\r\nSubject: Neues im Mai\r\nMessage-ID: <x>\r\n\r\n"


def bare(port, mails, size):
    """Seconds for so many mails of so many bytes by smtplib over one line; nothing is remembered."""
    body = "x" * 70 + "\r\n"
    server = smtplib.SMTP("127.0.0.1", port)
    begun = time.perf_counter()
    for number in range(mails):
        to = f"nr{number}@post.example"
        server.sendmail("haus@haus.example", [to], MAIL.format(to=to) + body * (size // 72))
    spent = time.perf_counter() - begun
    server.quit()
    return spent


@contextmanager
def a_folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def asked(word, folder, port, mails, lines, database=""):
    """What a house with so many subscribers answers."""
    with a_database(folder, database) as address:
        house = House(folder, address, port, Round(recipients=mails, connections=lines))
        try:
            return house.ask(word)
        finally:
            house.end()


def compare(answer_after, lines, mails, database):
    """Mails in a second, bare and ours, in turns and with the same server; the middle ones."""
    speeds = []
    for _turn in range(TURNS):
        with a_folder() as folder, a_sink(folder / "taken.txt", {"answer_after": answer_after}) as port:
            seconds, size = asked("deliver", folder, port, mails, lines, database)
            plain = bare(port, mails, size)
        speeds.append((mails / plain, mails / seconds))
    plain, own = (statistics.median(each[which] for each in speeds) for which in (0, 1))
    ratio = statistics.median(own / plain for plain, own in speeds)
    print(
        f"server answers after {answer_after * 1000:.0f} ms, {lines} lines: "
        f"bare loop {plain:.0f} mails/s, ours {own:.0f}, {ratio:.0%}",
        flush=True,
    )


def memory(database):
    """That a hundred times as many recipients take no more memory."""
    for mails in (1_000, 100_000):
        with a_folder() as folder, a_sink(folder / "taken.txt", {}) as port:
            taken = asked("memory", folder, port, mails, 4, database)
        print(f"{mails} recipients: {taken / 1e6:.1f} MB", flush=True)


def main(mails=MAILS, database=""):
    for answer_after in (0, 0.004):
        for lines in (1, 4):
            compare(answer_after, lines, mails, database)
    memory(database)


if __name__ == "__main__":
    main(int(os.environ.get("MAILS", MAILS)), os.environ.get("DATABASE_URL", ""))
