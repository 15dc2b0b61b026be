"""What `make` says before it does anything."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[3]
MAKE = shutil.which("make")


def make(*words):
    """Run make as a person would, not as a part of `make test`."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    return subprocess.run([MAKE, *words], cwd=HOUSE, env=environment, capture_output=True, text=True)


def test_make_alone_lists_what_can_be_done():
    said = make().stdout

    for target in ("demo", "run", "test", "check", "catalogues", "lock"):
        assert f"  make {target} " in said


@pytest.mark.parametrize("python", ["python-that-is-not-here", "false"])
def test_a_python_that_does_not_work_stops_everything(python):
    done = make("demo", f"PYTHON={python}")

    assert done.returncode != 0
    assert done.stdout == ""


def test_a_python_that_is_not_here_is_named_with_the_remedy():
    said = make("demo", "PYTHON=python-that-is-not-here").stderr

    assert said.startswith(
        "There is no python-that-is-not-here here. Install Python 3.11 or newer, or name it: "
    )


def test_a_busy_port_is_said_before_the_long_work():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = make("demo", f"PORT={port}")

    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.startswith(f"Port {port} is in use by another program.")
