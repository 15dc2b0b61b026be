"""Memory of a web process while it answers ten thousand requests, half of them for pages that nobody kept."""

import tempfile
from pathlib import Path

from tests.bench.table import show
from tests.bench.uncached import twelve_bricks

STEPS = (100, 1_000, 2_500, 5_000, 10_000)
PAGE = "/de/beratung/"


def main():
    with (
        tempfile.TemporaryDirectory(prefix="quartier-bench-") as folder,
        twelve_bricks(Path(folder) / "ours") as server,
    ):
        rows, asked = [], 0
        for step in STEPS:
            half = (step - asked) // 2
            server.ask(PAGE, half)
            server.ask(f"{PAGE}?asked={step}-{{turn}}", half)
            asked = step
            rows.append([step, server.memory() / 1e6])
    show("Memory of one web process", ["requests", "MB"], rows)


if __name__ == "__main__":
    main()
