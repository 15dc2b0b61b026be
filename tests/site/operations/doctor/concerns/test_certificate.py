"""A real server with a certificate of its own making."""

import ssl
import subprocess
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from socket import create_server

import pytest

from quartier.operations.doctor.concerns import certificate
from quartier.operations.doctor.finding import State
from quartier.operations.doctor.patience import Patience


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    words += ["-days", "40", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*words, "-keyout", key, "-out", cert], check=True, capture_output=True)
    return key, cert


@contextmanager
def served(pair):
    key, cert = pair
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(cert, key)

    def serve(door):
        try:
            shown.wrap_socket(door.accept()[0], server_side=True).close()
        except OSError:
            return

    with create_server(("127.0.0.1", 0)) as door:
        visit = threading.Thread(target=serve, args=(door,), daemon=True)
        visit.start()
        yield door.getsockname()[1]
        visit.join(5)


def test_the_end_of_a_certificate_is_read_from_the_server(pair):
    trust = ssl.create_default_context(cafile=pair[1])

    with served(pair) as port:
        until = certificate.valid_until("localhost", port, 3, trust)

    assert timedelta(days=39) < until - datetime.now(UTC) < timedelta(days=41)


def test_one_that_browsers_do_not_believe_is_broken(pair, settings, monkeypatch):
    monkeypatch.setattr(certificate, "is_this_machine", lambda host: False)

    with served(pair) as port:
        settings.SITE_URL = f"https://localhost:{port}"
        (found,) = certificate.look_at(Patience(3))

    assert found.state == State.BROKEN
    assert "self-signed" in found.sentence.replace(" ", "-")
    assert "sudo quartier certificate" in found.remedy


def test_where_nobody_answers_it_is_only_said(settings, monkeypatch):
    monkeypatch.setattr(certificate, "is_this_machine", lambda host: False)
    settings.SITE_URL = "https://localhost:9"

    (found,) = certificate.look_at(Patience(1))

    assert found.state == State.LOOK
    settings.SITE_URL = "http://localhost"
    assert list(certificate.look_at(Patience(1))) == []
