import socket
import subprocess
import sys

import pytest

from quartier.operations import preflight


@pytest.fixture
def taken():
    """The number of a port at which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_a_busy_port_is_named_with_a_free_one(taken):
    said = preflight.busy_port(str(taken))

    free = int(said.rpartition("PORT=")[2])
    assert said == f"Port {taken} is in use by another program. Choose another one: make demo PORT={free}"
    assert preflight.busy_port(str(free)) == ""


@pytest.mark.parametrize("number", ["0", "65536", "-1", "80a", "", "８０００"])
def test_what_is_no_port_is_said(number):
    assert preflight.busy_port(number) == f'PORT has to be a number from 1 to 65535, and "{number}" is none.'


def test_an_old_python_is_told_which_one_is_needed(monkeypatch):
    monkeypatch.setattr(preflight, "NEWER", ["python-that-is-not-here"])

    assert preflight.old_python((3, 9)) == (
        "Quartier needs Python 3.11 or newer, and this is 3.9. Please install a newer one."
    )


def test_an_old_python_is_told_of_a_newer_one_on_the_same_machine(monkeypatch):
    monkeypatch.setattr(preflight, "NEWER", ["python-that-is-not-here", sys.executable])

    assert preflight.old_python((3, 10)).endswith(f"make demo PYTHON={sys.executable}")


def test_a_missing_module_is_named_with_the_package_that_brings_it():
    def load(name):
        if name == "ensurepip":
            raise ModuleNotFoundError(name)

    said = preflight.missing_module(load)

    assert said.startswith('Python has no module "ensurepip", which puts pip into the environment.')
    assert "sudo apt install python3-venv" in said


def test_an_environment_whose_python_went_away_is_to_be_removed(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python").symlink_to(tmp_path / "gone")

    assert preflight.broken_environment(tmp_path).endswith(f"rm -rf {tmp_path}")
    assert preflight.broken_environment(tmp_path / "not-yet-made") == ""


def test_make_stops_with_the_one_sentence(taken):
    done = subprocess.run(
        [sys.executable, "-I", preflight.__file__, "--port", str(taken)], capture_output=True, text=True
    )

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert str(taken) in done.stderr


def test_make_goes_on_when_all_is_there():
    done = subprocess.run([sys.executable, "-I", preflight.__file__], capture_output=True, text=True)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
