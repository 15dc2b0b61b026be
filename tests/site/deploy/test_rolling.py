"""An update does not make anybody wait in vain: one web process restarts, the other answers."""

import os
import threading
import time

import pytest

from tests.drill.rolling import Web, roll
from tests.site.deploy.nginx import NGINX, Nginx

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

APPLICATION = """
import time
time.sleep(0.5)  # as a real one needs to start

def application(environ, start_response):
    environ["wsgi.input"].read()
    time.sleep(3 if environ["PATH_INFO"] == "/slow/" else 0.005)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"all of it"]
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rolling")
    (folder / "standing_in.py").write_text(APPLICATION)
    webs = [Web("standing_in:application", {**os.environ}, folder=folder) for _ in range(2)]
    nginx = Nginx(folder / "nginx", *(web.port for web in webs))
    yield nginx, webs
    nginx.stop()
    for web in webs:
        web.stop()


def test_two_processes_restart_one_after_the_other_and_no_request_fails(house):
    asks = [{"path": "/de/"}, {"path": "/de/", "method": "POST", "body": b"name=a"}]

    told = roll(*house, asks, deploys=1)

    assert set(told) == {200}
    assert told[200] > 50


def test_what_is_on_its_way_is_answered_before_a_process_ends(house):
    nginx, webs = house
    answers = []
    readers = [
        threading.Thread(target=lambda: answers.append(nginx.ask("/slow/", method="POST", body=b"a")))
        for _ in webs
    ]
    for reader in readers:
        reader.start()
    time.sleep(1)

    codes = [web.restart() for web in webs]

    for reader in readers:
        reader.join()
    assert [(status, body) for status, _, body in answers] == [(200, b"all of it")] * 2
    assert codes == [0, 0]
