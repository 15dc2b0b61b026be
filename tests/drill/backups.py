"""Backups taken while people publish, every one of them restored (BACKUPS=12 WRITERS=4 ROUNDS=5)."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from tests.drill.words import ROOT, command, house


def try_backups(folder, backups=12, writers=4):
    """How many backups, taken while others publish, come back whole; how often each published at least."""
    files = [folder / f"{number}.tar" for number in range(backups)]
    fresh = "migrate --run-syncdb -v0"
    under_fire = f"keep_under_fire {writers} {' '.join(map(str, files))}"
    kept = say(house(folder / "house"), fresh, f"lay_out {folder / 'demo'} {writers}", under_fire)
    steps = [step for file in files for step in (f"restore {file} --replace testserver", "sound")]
    said = say(house(folder / "elsewhere"), fresh, *steps)
    return said.count(f"sound {writers}"), int(re.search(r"the laziest (-?\d+)", kept)[1])


def say(environment, *words):
    """What a house answers to commands; RuntimeError with all it said where one fails."""
    done = subprocess.run(command(*words), cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{words}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main():
    names = (("BACKUPS", 12), ("WRITERS", 4), ("ROUNDS", 5))
    backups, writers, rounds = (int(os.environ.get(name, number)) for name, number in names)
    sound = True
    for _round in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            whole, published = try_backups(Path(folder), backups, writers)
        print(
            f"{whole} of {backups} backups are whole; each of {writers} published {published} times or more."
        )
        sound = sound and whole == backups
    return 0 if sound else 1
