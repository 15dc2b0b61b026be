"""What has to be there before the long work starts; what is missing is said in one sentence, with its remedy.

Run by make with whatever Python there is, `python3 -I …/preflight.py [--port NUMBER]`: standard library only,
and nothing that Python 3.6 cannot read.
"""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

NEEDED = (3, 11)
NEWER = ["python3.15", "python3.14", "python3.13", "python3.12", "python3.11"]
APT = "On Debian and Ubuntu: sudo apt install {}. Elsewhere: install Python with its whole standard library."
# Module, what it is for, the package it is part of on Debian and its kin.
MODULES = [
    ("venv", "makes the environment", "python3-venv"),
    ("ensurepip", "puts pip into the environment", "python3-venv"),
    ("ssl", "downloads packages", "python3"),
    ("sqlite3", "keeps the data", "python3"),
]


def old_python(version=sys.version_info[:2]):
    """What to say if this Python is too old; empty if not."""
    if version >= NEEDED:
        return ""
    found = next((name for name in NEWER if _works(name)), None)
    remedy = (
        f"Use the one that is here too: make demo PYTHON={found}" if found else "Please install a newer one."
    )
    return f"Quartier needs Python {_dotted(NEEDED)} or newer, and this is {_dotted(version)}. {remedy}"


def _works(name):
    """Whether there is such a Python; a stand-in of a version manager may be there without one."""
    try:
        return subprocess.call([name, "-c", "import venv"], stderr=subprocess.DEVNULL) == 0  # noqa: S603
    except OSError:
        return False


def missing_module(load=__import__):
    """What to say if Python came without a part that its packagers like to leave out."""
    for name, purpose, package in MODULES:
        try:
            load(name)
        except ImportError:
            return f'Python has no module "{name}", which {purpose}. {APT.format(package)}'
    return ""


def broken_environment(folder=Path(".venv")):
    """What to say if the Python of the environment was taken away, for example by an update of the system."""
    if folder.is_dir() and not shutil.which(str(folder / "bin" / "python")):
        return f"The Python in {folder} is gone. Remove that folder and start again: rm -rf {folder}"
    return ""


def busy_port(number):
    """What to say if nobody can be served at this port of this machine."""
    if not (number.isascii() and number.isdigit() and 0 < int(number) < 65536):
        return f'PORT has to be a number from 1 to 65535, and "{number}" is none.'
    refusal = _refusal(int(number))
    if isinstance(refusal, PermissionError):
        return f"Port {number} is kept for the administrator. Choose one above 1023: make demo PORT=8000"
    if refusal:
        free = next((port for port in range(int(number) + 1, 65536) if not _refusal(port)), 8000)
        return f"Port {number} is in use by another program. Choose another one: make demo PORT={free}"
    return ""


def _refusal(port):
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except OSError as error:
            return error
    return None


def _dotted(version):
    return ".".join(map(str, version))


def main(words):
    """Say the first thing that is missing, and answer 1; answer 0 if nothing is."""
    fault = old_python() or missing_module() or broken_environment()
    if not fault and words[:1] == ["--port"]:
        fault = busy_port(words[1])
    if fault:
        sys.stderr.write(f"{fault}\n")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
