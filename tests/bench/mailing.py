"""How fast newsletters go, beside a bare loop over smtplib that keeps its line; and how much memory.

Both speak with the same server, which writes down each mail to the disk before it says yes: `make bench`.
"""

import json
import smtplib
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.fire import House, Round, a_database, a_sink

MAILS = 1000
TURNS = 3
MAIL = (
    "From: Haus <haus@haus.example>\r\nTo: {to}\r\nSubject: Neues im Mai\r\n"
    f"Message-ID: <x>\r\n\r\n{'Guten Tag, dies ist ein Satz, und hier steht noch einer.' * 1}\r\n"
)


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


def ours(folder, port, mails, lines, database=""):
    """Seconds for so many mails by a worker, from its first look to the last mark; bytes it had at most."""
    with a_database(folder, database) as address:
        house = House(folder, address, port, Round(recipients=mails, connections=lines))
        try:
            return house.ask("deliver")
        finally:
            house.end()


def main(mails=MAILS, database=""):
    for answer_after in (0, 0.004):
        for lines in (1, 4):
            ratios, told = [], []
            for _turn in range(TURNS):
                with tempfile.TemporaryDirectory() as folder:
                    faults = {"answer_after": answer_after}
                    with a_sink(Path(folder) / "taken.txt", faults) as port:
                        seconds, size, memory = ours(Path(folder), port, mails, lines, database)
                        plain = bare(port, mails, size)
                ratios.append(plain / seconds)
                told.append((mails / plain, mails / seconds, memory))
            speed = [statistics.median(each[which] for each in told) for which in (0, 1)]
            print(
                f"server answers after {answer_after * 1000:.0f} ms, {lines} lines: "
                f"bare loop {speed[0]:.0f} mails/s, ours {speed[1]:.0f}: {statistics.median(ratios):.0%}",
                flush=True,
            )


if __name__ == "__main__":
    main(*(json.loads(word) if word.isdigit() else word for word in sys.argv[1:]))
