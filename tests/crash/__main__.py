"""`make crash`: the large rounds. RECIPIENTS=1000 KILLS=200; with DATABASE_URL also on that PostgreSQL."""

import os
import sys
import tempfile
from pathlib import Path

from tests.crash.fire import Round, fight

SLOW, SOFT = {"answer_after": 0.004}, {"answer_after": 0.004, "soft": 0.05}


def main(recipients, kills, postgres):
    sound = True
    for name, database in [("SQLite", ""), ("PostgreSQL", postgres)][: 2 if postgres else 1]:
        for workers, lines, faults in [(2, 1, SLOW), (3, 1, SOFT), (2, 4, SLOW)]:
            round_ = Round(recipients, kills, workers, lines, faults)
            with tempfile.TemporaryDirectory() as folder:
                result = fight(Path(folder), round_, database)
            print(f"{name}: {result}", flush=True)
            sound = sound and result.is_sound
    return 0 if sound else 1


if __name__ == "__main__":
    numbers = [int(os.environ.get(name, number)) for name, number in (("RECIPIENTS", 1000), ("KILLS", 200))]
    sys.exit(main(*numbers, os.environ.get("DATABASE_URL", "")))
