"""The units of the small server: what the kernel refuses to a service, and that this never ends it."""

import re
from pathlib import Path

import pytest

UNITS = Path(__file__).parents[3] / "site/deploy/server/systemd"
SERVICES = sorted(UNITS.glob("*.service"))


def closed(unit):
    """The lines from `User=` on, which close the service in; comments left out."""
    lines = unit.read_text().partition("\nUser=")[2].partition("\n[Install]")[0].splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_call_that_is_refused_does_not_kill(unit):
    """OpenBLAS, which numpy brings, calls mbind at its start: without this line nothing of ours ever ran."""
    text = unit.read_text()

    said = re.findall(r"^SystemCallErrorNumber=(.*)$", text, re.M)

    assert "\nSystemCallFilter=" in text
    assert said == ["EPERM"]


def test_all_services_are_closed_in_alike():
    first, *others = [closed(unit) for unit in SERVICES]

    assert len(first) > 15
    assert others == [first] * 3
