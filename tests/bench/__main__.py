"""All that is measured, or what is named: `make bench`, `make bench NAME="cached uncached"`."""

import importlib
import sys

PARTS = ["cached", "uncached", "first_view", "memory", "pages", "calendar", "mailing"]


def main(names):
    if unknown := set(names) - set(PARTS):
        raise SystemExit(f"There is no {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}.")
    for name in names or PARTS:
        importlib.import_module(f"tests.bench.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
