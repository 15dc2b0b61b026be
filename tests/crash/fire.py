"""One round under fire: workers at random moments killed, and afterwards counted what became of each mail."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).parents[2]
PATIENCE = 300
"""Seconds for the end of a round, once nobody is killed any more."""


@dataclass
class Round:
    """What is tried."""

    recipients: int = 200
    kills: int = 40
    workers: int = 2
    connections: int = 1
    faults: dict = field(default_factory=lambda: {"answer_after": 0.004})
    seed: int = 1


@dataclass
class Result:
    """What came of it. `lost`: the house believes it sent, or says nothing, and the server never had it."""

    tried: Round
    kills: int
    states: Counter
    lost: list
    twice: list
    seconds: float
    progress: str

    @property
    def uncertain(self):
        return self.states["uncertain"]

    @property
    def is_sound(self):
        """None lost, none twice; uncertain at most what was in flight when somebody was killed."""
        bound = self.kills * self.tried.connections
        return not self.lost and not self.twice and self.uncertain <= bound and self.progress == "done"

    def __str__(self):
        states = ", ".join(f"{count} {state}" for state, count in sorted(self.states.items()))
        return (
            f"{self.tried.recipients} recipients, {self.tried.workers} workers, "
            f"{self.tried.connections} lines each, {self.kills} kills, {self.tried.faults}: "
            f"lost {len(self.lost)}, twice {len(self.twice)}, {states} "
            f"({self.progress}, {self.seconds:.0f} s)"
        )


class House:
    """The process that holds the database and gives birth to workers."""

    def __init__(self, folder, database, port, round_):
        self.workers, self.log = [], (folder / "house.log").open("w")
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "quartier.settings.test",
            "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database,
            "EMAIL_URL": f"smtp://127.0.0.1:{port}",
            "MAIL_CONNECTIONS": str(round_.connections),
            "SECRET_KEY": "under-fire",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.house", str(round_.recipients)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        if self.process.stdout.readline().strip() != "ready":
            raise RuntimeError((folder / "house.log").read_text())

    def ask(self, word):
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def born(self):
        self.workers.append(self.ask("worker"))
        self.ask("reap")

    def kill(self, worker):
        os.kill(worker, signal.SIGKILL)
        self.workers.remove(worker)

    @contextmanager
    def frozen(self):
        """All workers stand still for so long."""
        for worker in self.workers:
            os.kill(worker, signal.SIGSTOP)
        stopped = list(self.workers)
        yield
        for worker in set(stopped) & set(self.workers):
            os.kill(worker, signal.SIGCONT)

    def end(self):
        for worker in list(self.workers):
            self.kill(worker)
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=20)
        self.log.close()


def fight(folder, round_, database=""):
    """Try it, in a folder that is empty. `database`: a PostgreSQL where one may make others."""
    log = folder / "taken.txt"
    with a_sink(log, round_.faults) as port, a_database(folder, database) as address:
        house = House(folder, address, port, round_)
        started = time.monotonic()
        try:
            for _worker in range(round_.workers):
                house.born()
            kills = _shoot(house, log, round_)
            _wait_for_the_end(house)
            told = house.ask("rows")
        finally:
            house.end()
    return _counted(round_, kills, told, log, time.monotonic() - started)


def _shoot(house, log, round_):
    """Kill one after the other, each when some more mails were taken, and a random moment later.

    The others stand still until the next is born, so that there are mails for each kill. How many there were.
    """
    chance = random.Random(round_.seed)
    for number in range(round_.kills):
        left = round_.recipients - _taken(log)
        if left <= 0:
            return number
        target = _taken(log) + chance.uniform(0, 1.6 * left / (round_.kills - number + 1))
        deadline = time.monotonic() + 3
        while _taken(log) < target and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.01))
        victim = chance.choice(house.workers)
        with house.frozen():
            house.kill(victim)
            house.born()
        house.ask("hasten")
    return round_.kills


def _wait_for_the_end(house):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        told = house.ask("rows")
        if told["progress"] != "sending":
            return
        if house.ask("hasten"):
            time.sleep(0.5)
        time.sleep(0.2)
    raise TimeoutError(f"Not at the end: {Counter(told['rows'].values())}")


def _taken(log):
    return log.read_bytes().count(b"\n") if log.exists() else 0


def _counted(round_, kills, told, log, seconds):
    taken = Counter(line.split()[0] for line in log.read_text().splitlines())
    rows = told["rows"]
    unspoken = {"sent", "bounced", "queued", "claimed", "dot"}
    return Result(
        tried=round_,
        kills=kills,
        states=Counter(rows.values()),
        lost=[address for address, state in rows.items() if state in unspoken and not taken[address]],
        twice=[address for address, count in taken.items() if count > 1],
        seconds=seconds,
        progress=" ".join(filter(None, [told["progress"], told["cause"]])),
    )


@contextmanager
def a_sink(log, faults):
    """The port of a mail server with these faults."""
    command = [sys.executable, "-m", "tests.crash.sink", str(log), json.dumps(faults)]
    sink = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield int(sink.stdout.readline())
    finally:
        sink.kill()
        sink.wait()
        sink.stdout.close()


@contextmanager
def a_database(folder, postgres):
    """The address of an empty database: a file in the folder, or a new one beside that of `postgres`."""
    if not postgres:
        yield f"sqlite:///{folder / 'house.sqlite3'}"
        return
    name = f"crash_{os.getpid()}_{random.randrange(10**6)}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(postgres)._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
