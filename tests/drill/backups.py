"""`make drill`: backups taken while people publish, every one restored. BACKUPS=12 WRITERS=4 ROUNDS=5."""

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tests.drill.words import ROOT, command, house


def try_backups(folder, backups=12, writers=4):
    """How many backups taken while others publish come back without a half; how often they published."""
    there = house(folder / "house")
    say(there, "migrate --run-syncdb -v0", f"lay_out {folder / 'demo'} {writers}")
    files = [folder / f"{number}.tar" for number in range(backups)]
    with _publishing(there, writers) as published:
        say(there, *(f"backup {file}" for file in files))
    elsewhere = house(folder / "elsewhere")
    steps = [step for file in files for step in (f"restore {file} --replace testserver", "sound")]
    said = say(elsewhere, "migrate --run-syncdb -v0", *steps)
    return said.count(f"sound {writers}"), sum(published)


@contextmanager
def _publishing(environment, writers):
    """Several processes publish; afterwards the list says how often each did."""
    counts = []
    processes = [
        subprocess.Popen(
            command(f"publish {n}"), cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        for n in range(writers)
    ]
    try:
        for process in processes:
            if process.stdout.readline() != "ready\n":
                raise RuntimeError("A writer did not begin.")
        yield counts
    finally:
        for process in processes:
            process.terminate()
        counts += [int(process.communicate(timeout=60)[0] or 0) for process in processes]


def say(environment, *words):
    """What a house answers to commands; RuntimeError with all it said where one fails."""
    done = subprocess.run(command(*words), cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{words}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main(backups, writers, rounds):
    sound = True
    for _round in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            whole, published = try_backups(Path(folder), backups, writers)
        print(f"{whole} of {backups} backups are whole; {writers} writers published {published} times.")
        sound = sound and whole == backups
    return 0 if sound else 1


if __name__ == "__main__":
    names = (("BACKUPS", 12), ("WRITERS", 4), ("ROUNDS", 5))
    sys.exit(main(*(int(os.environ.get(name, number)) for name, number in names)))
