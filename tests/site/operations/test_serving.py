"""A stand-in for the real server: it answers, and ends as a server does."""

import os
import pty
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from quartier.operations import serving

STAND_IN = """
import http.server, signal, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def log_message(self, *words): pass
def stop(*_):
    print("the server closes", flush=True); sys.exit(0)
signal.signal(signal.SIGINT, stop); signal.signal(signal.SIGTERM, stop)
http.server.HTTPServer(("127.0.0.1", int(sys.argv[-1])), Handler).serve_forever()
"""
WORKER = """
import signal, time
def stop(*_):
    print("the worker stops", flush=True); raise SystemExit
signal.signal(signal.SIGTERM, stop)
print("the worker works", flush=True)
time.sleep(60)
"""
LAUNCH = f"""
import sys
sys.path.insert(0, {str(Path(serving.__file__).parent)!r})
import serving
serving.SERVER = [sys.executable, "-c", {STAND_IN!r}]
serving.WORKER = [sys.executable, "-c", {WORKER!r}]
sys.exit(serving.main(sys.argv[1], "/de/"))
"""


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def read_until(terminal, words):
    said = b""
    while words not in said:
        said += os.read(terminal, 1024)
    return said


def test_ctrl_c_reaches_the_server_and_not_the_program_that_started_it(port):
    """A shell between us and the launcher stands for make: it must live on and see 0."""
    launcher, terminal = pty.fork()
    if launcher == 0:
        shell = f'"{sys.executable}" -c "$0" {port}; echo "the launcher answered $?"'
        os.execvp("sh", ["sh", "-c", shell, LAUNCH])
    said = read_until(terminal, b"the worker works")
    assert f"Open http://127.0.0.1:{port}/de/ in a browser. Ctrl-C stops." in said.decode()

    os.write(terminal, b"\x03")

    said = read_until(terminal, b"answered 0").decode()
    assert "the server closes" in said
    assert "the worker stops" in said
    assert os.waitstatus_to_exitcode(os.waitpid(launcher, 0)[1]) == 0


def test_the_server_ends_with_the_program_that_started_it(port):
    command = [sys.executable, "-c", LAUNCH, port]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as launcher:
        read_until(launcher.stdout.fileno(), b"Ctrl-C stops")

        launcher.send_signal(signal.SIGTERM)

        assert launcher.wait(timeout=20) == 0
    with socket.socket() as door:
        assert door.connect_ex(("127.0.0.1", int(port))) != 0


def test_a_server_that_does_not_come_up_is_a_failure(port, monkeypatch, capsys):
    monkeypatch.setattr(serving, "SERVER", [sys.executable, "-c", "raise SystemExit(3)"])
    monkeypatch.setattr(signal, "signal", lambda *_: None)

    assert serving.main(port, "/de/") == 3
    assert capsys.readouterr().err == f"The server did not answer at port {port}.\n"
