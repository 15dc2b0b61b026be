"""A server that speaks as Sentry does gets reports of faults, with nothing of what was asked."""

import gzip
import logging
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import brotli
import pytest
import sentry_sdk

from quartier.reporting import asked, faults

UNPACK = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}
MARK = "geheimeswort"


@pytest.fixture
def reports():
    """What reached the server."""
    got = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self):
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            unpack = UNPACK[self.headers.get("Content-Encoding")]
            got.append(str(self.headers) + unpack(sent).decode())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *words):
            pass

    server = HTTPServer(("127.0.0.1", 0), Taking)
    Thread(target=server.serve_forever, daemon=True).start()
    faults.begin(f"http://key@127.0.0.1:{server.server_port}/1", "house.example")
    yield got
    sentry_sdk.get_client().close(timeout=2)
    sentry_sdk.get_global_scope().set_client(None)
    server.shutdown()
    server.server_close()


def test_a_fault_is_reported_without_anything_of_a_person(reports, rf):
    request = rf.post(f"/de/kontakt/{MARK}/?q={MARK}", {"name": MARK}, headers={"Cookie": f"session={MARK}"})
    token = asked.now.set(asked.Asked("abc123def456", request))
    typed = {"name": MARK}

    try:
        raise ValueError(f"{typed['name']} is no number")
    except ValueError:
        logging.getLogger("django.request").exception(
            "Internal Server Error: %s",
            request.path,
            extra={"request": request, "status_code": 500, "typed": typed},
        )
    sentry_sdk.flush(5)
    asked.now.reset(token)

    [report] = reports
    assert "ValueError" in report
    assert "test_a_fault_is_reported_without_anything_of_a_person" in report
    assert "abc123def456" in report
    assert "house.example" in report
    assert MARK not in report.replace(f'MARK = \\"{MARK}\\"', "")


def test_what_is_no_fault_is_not_reported(reports):
    logging.getLogger("house").warning("Mail 3 could not be sent.")
    sentry_sdk.flush(2)

    assert reports == []
