"""`make fuzz`: 20,000 requests to the demo centre. REQUESTS=500 SEED=7; ONLY=1234 repeats a single one.

Fails on an answer of 500 or more, and on one that takes longer than two seconds of the processor.
"""

import os
import sys
import tempfile
from pathlib import Path

SECONDS = 2


def main(requests, seed, only):
    import django  # noqa: PLC0415  (settings are named by then)

    django.setup()
    from quartier.wsgi import application  # noqa: PLC0415
    from tests.fuzz.asking import Asking  # noqa: PLC0415
    from tests.fuzz.door import Door  # noqa: PLC0415
    from tests.fuzz.knowing import learn  # noqa: PLC0415
    from tests.fuzz.trying import attempt  # noqa: PLC0415

    door = Door(application, "127.0.0.1:8000")
    known = learn(door)
    print(
        f"{len(known.addresses)} addresses, {len(known.forms)} forms, {len(known.pairs)} values", flush=True
    )
    result = attempt(door, Asking(known, seed), [only] if only else range(1, requests + 1), SECONDS)
    print(result)
    return 0 if result.is_sound else 1


def house(folder):
    """The demo centre in a folder of its own, and the settings it is read with: nothing is lost but time."""
    from tests.browser.running import DemoSite  # noqa: PLC0415  (only where there is none yet)

    site = DemoSite(folder)
    site.install()
    return site.environment


if __name__ == "__main__":
    numbers = [
        int(os.environ.get(name, other)) for name, other in (("REQUESTS", 20_000), ("SEED", 7), ("ONLY", 0))
    ]
    with tempfile.TemporaryDirectory(prefix="quartier-fuzz-") as folder:
        if "FUZZ_HOUSE" in os.environ:
            os.environ.update(
                DATA_DIR=os.environ["FUZZ_HOUSE"], DJANGO_SETTINGS_MODULE="quartier.settings.demo"
            )
        else:
            print("Furnishing a demo centre …", flush=True)
            os.environ.update(house(Path(folder)))
        sys.path.insert(0, "site")
        sys.exit(main(*numbers))
