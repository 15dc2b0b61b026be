"""Nobody can have the house ask its own rooms, wait for ever, or swallow more than it can chew."""

import gzip
import logging
import socket
from contextlib import ExitStack
from time import monotonic, sleep

import pytest

from pages.events.outside import hosts
from pages.events.outside.fetching import Rules, fetch
from pages.events.outside.hosts import is_public
from pages.events.outside.trouble import Fault, TroubleError
from tests.make.web import reply, server

HERE = Rules(is_public=lambda address: address == "127.0.0.1", ports=None, patience=2, largest=100_000)
"""For a server of our own; in earnest this machine is refused."""


@pytest.fixture
def serve():
    """Starts servers that stop with the test."""
    with ExitStack() as running:
        yield lambda answer: running.enter_context(server(answer))


def fault(url, rules=HERE, etag=""):
    with pytest.raises(TroubleError) as refused:
        fetch(url, etag, rules)
    return refused.value.fault


def test_what_is_there_is_fetched(serve):
    url, seen = serve(lambda request, send: send(reply(b"BEGIN:VCALENDAR", ETag='"1"')))

    assert fetch(f"{url}/a%20b.ics?key=x", rules=HERE) == (b"BEGIN:VCALENDAR", '"1"')
    assert seen[0].startswith("GET /a%20b.ics?key=x HTTP/1.1\r\nHost: 127.0.0.1:")
    assert "Cookie" not in seen[0]


def test_what_has_not_changed_is_not_sent_again(serve):
    url, seen = serve(lambda request, send: send(reply(status="304 Not Modified")))

    assert fetch(url, '"1"', HERE) == (None, '"1"')
    assert 'If-None-Match: "1"' in seen[0]


def test_what_is_packed_is_unpacked(serve):
    url, _seen = serve(lambda request, send: send(reply(gzip.compress(b"BEGIN"), Content_Encoding="gzip")))

    assert fetch(url, rules=HERE).data == b"BEGIN"


def test_in_pieces_of_any_size(serve):
    body = b"3\r\nBEG\r\n2\r\nIN\r\n0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    url, _seen = serve(lambda request, send: send(head + body))

    assert fetch(url, rules=HERE).data == b"BEGIN"


# Where it does not go -------------------------------------------------------------------------

INSIDE = [
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
    *("224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.9"),
    *("::1", "::", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1"),
    *(
        "fd12::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "fec0::1",
        "nonsense",
        "",
    ),
]


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_behind_somebodys_doors_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2a00:1450:4001:80b::200e", "2600::1"])
def test_the_open_internet_is(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://127.0.0.1/",
            "http://localhost/",
            "http://127.1/",
            "http://0x7f000001/",
            "http://2130706433/",
        ),
        *("http://0177.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        *("http://169.254.169.254/latest/meta-data/", "http://10.1.2.3/", "http://192.168.0.1/", "http://0/"),
        *("https://127.0.0.1/", "http://①②⑦.⓪.⓪.①/", "http://127.0.0.1./", "http://LOCALHOST/"),
    ],
)
def test_our_own_rooms_are_refused_in_every_spelling(url):
    assert fault(url, Rules(patience=5)) in (Fault.PRIVATE, Fault.UNKNOWN_HOST)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "file:///etc/passwd",
            "gopher://x.example/",
            "ftp://x.example/",
            "data:text/plain,x",
            "",
            "nonsense",
            "//x",
        ),
        *(
            "http://",
            "http:///x",
            "http://[",
            "http://x.example:22/",
            "https://x.example:80/",
            "http://x.example:99999/",
        ),
        *(
            "http://user:pass@x.example/",
            "http://x.example\\@127.0.0.1/",
            "http://x.example/\r\nHost: y",
            "http://a b/",
        ),
        *("http://x.example/\x00", "http://[fe80::1%25eth0]/", "http://127.0.0.1%00.x.example/"),
        "https://x.example/" + "x" * 3000,
    ],
)
def test_what_is_no_address_on_the_web_is_not_asked_for(url):
    assert fault(url, Rules(patience=5)) is Fault.ADDRESS


def test_a_name_with_one_address_inside_is_refused_however_many_lie_outside(monkeypatch):
    rows = [(socket.AF_INET, 1, 6, "", (address, 443)) for address in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(hosts.socket, "getaddrinfo", lambda *args, **kwargs: rows)

    assert fault("https://partner.example/", Rules()) is Fault.PRIVATE


def test_a_name_is_looked_up_once_and_that_very_address_is_asked(serve, monkeypatch):
    url, _seen = serve(lambda request, send: send(reply(b"BEGIN")))
    port = int(url.rpartition(":")[2])
    asked = []

    def rebinding(host, *args, **kwargs):
        asked.append(host)
        return [(socket.AF_INET, 1, 6, "", ("127.0.0.1" if len(asked) == 1 else "10.0.0.1", port))]

    monkeypatch.setattr(hosts.socket, "getaddrinfo", rebinding)

    assert fetch(f"http://partner.example:{port}/", rules=HERE).data == b"BEGIN"
    assert asked == ["partner.example"]


def test_a_name_that_takes_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(hosts.socket, "getaddrinfo", lambda *args, **kwargs: sleep(5))

    assert fault("https://partner.example/", Rules(patience=0.2)) is Fault.SLOW


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("http://10.0.0.1/", Fault.PRIVATE),
        ("http://[::ffff:127.0.0.1]/", Fault.PRIVATE),
        ("file:///etc/passwd", Fault.ADDRESS),
        ("gopher://127.0.0.1/", Fault.ADDRESS),
        ("//10.0.0.1/x", Fault.PRIVATE),
        ("", Fault.ANSWER),
    ],
)
def test_who_leads_on_to_somewhere_inside_is_not_followed(serve, to, expected):
    url, _seen = serve(lambda request, send: send(reply(status="302 Found", Location=to)))

    assert fault(url) is expected


def test_three_steps_are_followed_and_no_more(serve):
    def answer(request, send):
        number = int(request.split()[1].strip("/") or 0)
        send(reply(b"BEGIN") if number == 0 else reply(status="301 Moved", Location=f"/{number - 1}"))

    url, _seen = serve(answer)

    assert fetch(f"{url}/3", rules=HERE).data == b"BEGIN"
    assert fault(f"{url}/4") is Fault.REDIRECTS


# How long, and how much -----------------------------------------------------------------------


def one_byte_at_a_time(send):
    for _byte in range(200):
        send(b"x")
        sleep(0.05)


DRIPPING = {
    "the first line": b"",
    "the headers": b"HTTP/1.1 200 OK\r\nX: ",
    "the body": b"HTTP/1.1 200 OK\r\n\r\n",
    "a body with a length": b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n",
    "a piece": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9999\r\n",
    "after a hundred to continue": b"HTTP/1.1 100 Continue\r\n\r\n" * 100,
}


@pytest.mark.parametrize("start", DRIPPING.values(), ids=DRIPPING)
def test_who_sends_a_byte_now_and_then_is_given_up(serve, start):
    def answer(request, send):
        send(start)
        one_byte_at_a_time(send)

    url, _seen = serve(answer)
    began = monotonic()

    assert fault(url, Rules(HERE.is_public, None, patience=0.5)) is Fault.SLOW
    assert monotonic() - began < 1.5


def test_who_says_nothing_is_given_up(serve):
    url, _seen = serve(lambda request, send: sleep(1))

    assert fault(url, Rules(HERE.is_public, None, patience=0.3)) is Fault.SLOW


BOMB = gzip.compress(b"\0" * 50_000_000)
TOO_LARGE = {
    "long": reply(b"x" * 100_001),
    "endless": b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 1_000_000,
    "packed": reply(BOMB, Content_Encoding="gzip"),
}


@pytest.mark.parametrize("answer", TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_is_too_large_is_left_there(serve, answer):
    url, _seen = serve(lambda request, send: send(answer))

    assert fault(url) is Fault.TOO_LARGE


ANSWERS = {
    "not found": (reply(status="404 Not Found"), Fault.GONE),
    "gone": (reply(status="410 Gone"), Fault.GONE),
    "locked": (reply(status="401 Unauthorized"), Fault.LOCKED),
    "broken": (reply(status="500 Oops"), Fault.ANSWER),
    "not changed, though nobody asked": (reply(status="304 Not Modified"), Fault.ANSWER),
    "not HTTP": (b"SSH-2.0-OpenSSH\r\n", Fault.ANSWER),
    "nothing": (b"", Fault.UNREACHABLE),
    "too many headers": (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n", Fault.ANSWER),
    "a header too long": (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n", Fault.ANSWER),
    "less than announced": (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nBEGIN", Fault.CUT_OFF),
    "half a piece": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nBEG", Fault.CUT_OFF),
    "pieces of no size": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", Fault.CUT_OFF),
    "wrongly packed": (reply(b"BEGIN", Content_Encoding="gzip"), Fault.CUT_OFF),
    "half packed": (reply(gzip.compress(b"BEGIN" * 99)[:20], Content_Encoding="gzip"), Fault.CUT_OFF),
    "packed in a way unknown": (reply(b"BEGIN", Content_Encoding="br"), Fault.ANSWER),
}


@pytest.mark.parametrize(("answer", "expected"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_becomes_a_trouble_of_its_own(serve, answer, expected):
    url, _seen = serve(lambda request, send: send(answer))

    assert fault(url) is expected


def test_a_server_without_a_certificate_is_not_trusted(serve):
    url, _seen = serve(lambda request, send: send(reply(b"BEGIN")))

    assert fault(url.replace("http:", "https:")) is Fault.INSECURE


def test_a_server_that_is_off_cannot_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    assert fault(f"http://127.0.0.1:{port}/") is Fault.UNREACHABLE


def test_the_address_stands_in_no_message_and_no_log(serve, caplog):
    caplog.set_level(logging.DEBUG)
    url, _seen = serve(
        lambda request, send: send(reply(status="302 Found", Location="http://10.0.0.1/marder"))
    )

    with pytest.raises(TroubleError) as refused:
        fetch(f"{url}/marder", rules=HERE)

    assert "marder" not in caplog.text + repr(refused.value) + str(refused.value.__cause__)
