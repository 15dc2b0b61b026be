"""What a reader gets, and how: a copy, a fresh page, the last good one, or nothing that was kept."""

import gzip
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2s
from threading import Event

import brotli
import pytest

from quartier.page_cache import shelves
from quartier.page_cache.server import Copies
from quartier.page_cache.shelves import Shelves
from tests.make.copies import Reader

PAGE = "<!doctype html><title>Park</title>" + "<p>Nachbarschaft am Park.</p>" * 20
HTML = ("Content-Type", "text/html; charset=utf-8")


class Stage:
    """Stands in for Django: shows what it is told to, and remembers what it was asked."""

    def __init__(self, text=PAGE, status="200 OK", headers=(HTML,)):
        self.text, self.status, self.headers, self.asked = text, status, list(headers), []
        self.fault, self.wait = None, lambda: None

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        self.wait()
        if self.fault:
            raise self.fault
        start_response(self.status, list(self.headers))
        return [self.text.encode()]


class Clock:
    """How long pages stay true, without asking any database."""

    def __init__(self, seconds=3600):
        self.seconds = seconds

    def until(self, version, began):
        return began + self.seconds


@pytest.fixture
def stage():
    return Stage()


@pytest.fixture
def reader(own_folder, stage):
    return Reader(stage, lifetime=Clock())


def test_a_page_is_made_once_and_read_often(reader):
    answers = [reader.get("/de/") for _ in range(3)]

    assert [answer.how for answer in answers] == ["miss", "hit", "hit"]
    assert {answer.text for answer in answers} == {PAGE}
    assert reader.rendered == 1


def test_each_program_gets_the_smallest_that_it_can_open(reader):
    br = reader.get("/de/", accept_encoding="gzip, deflate, br")
    gz = reader.get("/de/", accept_encoding="gzip, br;q=0")
    plain = reader.get("/de/", accept_encoding="identity")

    assert brotli.decompress(br.body).decode() == gzip.decompress(gz.body).decode() == plain.text == PAGE
    assert [a.headers.get("Content-Encoding") for a in (br, gz, plain)] == ["br", "gzip", None]
    assert {a.headers["Vary"] for a in (br, gz, plain)} == {"Accept-Encoding"}
    assert [int(a.headers["Content-Length"]) for a in (br, gz, plain)] == [
        len(a.body) for a in (br, gz, plain)
    ]
    assert reader.rendered == 1


def test_a_browser_asks_again_and_nginx_knows_the_last_true_second(reader):
    answer = reader.get("/de/")

    assert answer.headers["Cache-Control"] == "no-cache"
    last = int(answer.headers["X-Accel-Expires"].removeprefix("@"))
    assert last == pytest.approx(time.time() + 3598, abs=3)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"if_none_match": "TAG"}, 304),
        ({"if_none_match": '"else", TAG'}, 304),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": '"else"'}, 200),
        ({"if_none_match": '"else"', "if_modified_since": "DATE"}, 200),
        ({"if_modified_since": "DATE"}, 304),
        ({"if_modified_since": "Thu, 01 Jan 1998 00:00:00 GMT"}, 200),
        ({"if_modified_since": "gestern"}, 200),
    ],
)
def test_who_has_a_page_is_told_so(reader, headers, status):
    first = reader.get("/de/")
    known = {"TAG": first.headers["ETag"], "DATE": first.headers["Last-Modified"]}
    for name, value in headers.items():
        for word, meant in known.items():
            value = value.replace(word, meant)
        headers = {**headers, name: value}

    answer = reader.get("/de/", **headers)

    assert answer.status == status
    assert bool(answer.body) == (status == 200)
    assert answer.headers["ETag"] == first.headers["ETag"]


def test_a_change_that_leaves_a_page_as_it_is_costs_readers_nothing(reader, stage):
    first = reader.get("/de/")
    reader.version.bump()

    same = reader.get("/de/", if_none_match=first.headers["ETag"])
    stage.text += "<p>Neu.</p>"
    reader.version.bump()
    other = reader.get("/de/", if_modified_since=first.headers["Last-Modified"])

    assert (same.status, same.how, other.status) == (304, "miss", 200)


def test_a_question_without_a_body_gets_none(reader):
    asked = [reader.get("/de/", method="HEAD") for _ in range(2)]

    assert [answer.body for answer in asked] == [b"", b""]
    assert asked[1].headers["Content-Length"] == str(len(PAGE))
    assert (reader.rendered, reader.get("/de/").text) == (1, PAGE)


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "POST"},
        {"cookie": "a=b; session=abc"},
        {"cookie": "csrf=abc"},
        {"authorization": "Basic abc"},
        {"host": "evil.example"},
        {"host": "TESTSERVER"},
        {"host": ""},
    ],
)
def test_nobody_who_is_known_and_nothing_forged_is_answered_from_a_copy(reader, asked):
    reader.get("/de/")

    answers = [reader.get("/de/", **asked) for _ in range(2)]

    assert [answer.how for answer in answers] == ["pass", "pass"]
    assert "X-Accel-Expires" not in answers[0].headers
    assert reader.get("/de/").how == "hit"


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/media/images/1.webp", "/documents/3/a.pdf"])
def test_the_editors_side_and_files_are_not_kept(reader, path):
    assert [reader.get(path).how for _ in range(2)] == ["pass", "pass"]


def test_somebody_who_is_known_gets_an_answer_that_no_cache_may_keep(reader, stage):
    stage.headers += [("Cache-Control", "no-cache"), ("X-Accel-Expires", "@9999999999")]

    answer = reader.get("/de/", cookie="session=abc")

    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "X-Accel-Expires" not in answer.headers


@pytest.mark.parametrize(
    "header",
    [
        ("Cache-Control", "private, no-cache"),
        ("Cache-Control", "no-store"),
        ("Set-Cookie", "a=b"),
        ("Vary", "User-Agent"),
        ("Vary", "Accept-Language"),
    ],
)
def test_what_is_not_for_everybody_is_not_kept(reader, stage, header):
    stage.headers.append(header)

    answers = [reader.get("/de/", accept_encoding="br") for _ in range(2)]

    assert [answer.how for answer in answers] == ["pass", "pass"]
    assert brotli.decompress(answers[0].body).decode() == PAGE


@pytest.mark.parametrize("status", ["403 Forbidden", "429 Too Many Requests", "500 Internal Server Error"])
def test_errors_are_not_kept(reader, stage, status):
    stage.status = status

    assert [reader.get("/de/").how for _ in range(2)] == ["pass", "pass"]


def test_what_a_stranger_writes_beside_the_address_never_reaches_the_page(reader, stage):
    forged = {
        "x_forwarded_host": "evil.example",
        "x_forwarded_for": "9.9.9.9",
        "x_original_url": "/admin/",
        "user_agent": "<script>",
        "referer": "https://evil.example/",
        "cookie": "tracker=1",
        "range": "bytes=0-3",
        "x_http_method_override": "POST",
    }

    reader.get("/de/", **forged)

    told = {name for name in stage.asked[0] if name.startswith("HTTP_")}
    assert told <= {"HTTP_HOST", "HTTP_ACCEPT_LANGUAGE"}
    assert stage.asked[0]["HTTP_ACCEPT_LANGUAGE"] == ""


def test_other_hosts_schemes_and_queries_have_copies_of_their_own(reader, stage, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    ways = [
        reader.get("/de/"),
        reader.get("/de/", host="localhost"),
        reader.get("/de/", x_forwarded_proto="https"),
        reader.get("/de/?seite=2"),
        reader.get("/en/"),
    ]

    assert [answer.how for answer in ways] == ["miss"] * 5


def test_languages_count_where_the_address_does_not_name_one(reader, stage):
    stage.headers.append(("Vary", "Accept-Language, Cookie"))

    first = reader.get("/", accept_language="de-DE,de;q=0.9,en;q=0.5")
    same = reader.get("/", accept_language="de,xx;q=0.8,en;q=0.7,nonsense")
    other = reader.get("/", accept_language="en")

    assert [answer.how for answer in (first, same, other)] == ["miss", "hit", "miss"]
    assert [asked["HTTP_ACCEPT_LANGUAGE"] for asked in stage.asked] == ["de,en", "en"]
    assert first.headers["Vary"] == "Accept-Encoding, Accept-Language"


def test_addresses_that_somebody_makes_up_displace_no_page(own_folder, stage, monkeypatch):
    monkeypatch.setattr("quartier.page_cache.shelves.AT_HAND_OF_MANY", 50_000)
    monkeypatch.setattr("quartier.page_cache.shelves.ON_DISK_OF_MANY", 50_000)
    reader = Reader(stage, lifetime=Clock())
    reader.get("/de/")

    for number in range(200):
        reader.get(f"/de/?made={number}")

    kept = [copy for _name, copy in reader.keeper.shelves.every()]
    assert len([copy for copy in kept if "?" in copy.url]) < 140
    assert reader.get("/de/").how == "hit"


def test_fifty_at_once_have_a_page_made_once(reader, stage):
    stage.wait = lambda: time.sleep(0.2)

    with ThreadPoolExecutor(50) as crowd:
        answers = list(crowd.map(lambda _number: reader.get("/de/"), range(50)))

    assert {answer.text for answer in answers} == {PAGE}
    assert sorted(answer.how for answer in answers) == ["hit"] * 49 + ["miss"]
    assert reader.rendered == 1


def test_two_processes_make_a_page_once(own_folder, stage):
    stage.wait = lambda: time.sleep(0.3)
    both = [Reader(stage, lifetime=Clock()) for _ in range(2)]

    with ThreadPoolExecutor(2) as crowd:
        answers = list(crowd.map(lambda reader: reader.get("/de/"), both))

    assert sorted(answer.how for answer in answers) == ["hit", "miss"]
    assert len(stage.asked) == 1


def test_while_a_page_is_made_anew_others_get_the_one_of_a_moment_ago(reader, stage):
    reader.get("/de/")
    begun, go_on = Event(), Event()
    stage.text, stage.wait = "Neu", lambda: begun.set() or go_on.wait(5)
    reader.version.bump()

    with ThreadPoolExecutor(1) as crowd:
        first = crowd.submit(reader.get, "/de/")
        begun.wait(5)
        meanwhile = reader.get("/de/")
        go_on.set()

    assert (meanwhile.text, meanwhile.how, meanwhile.headers["X-Accel-Expires"]) == (PAGE, "stale", "0")
    assert (first.result().text, reader.get("/de/").text) == ("Neu", "Neu")


def test_who_would_get_a_page_of_long_ago_waits_for_the_new_one(reader, stage):
    reader.get("/de/")
    reader.version.bump()
    reader.version.bump()
    stage.text, stage.wait = "Neu", lambda: time.sleep(0.2)

    with ThreadPoolExecutor(5) as crowd:
        answers = list(crowd.map(lambda _number: reader.get("/de/"), range(5)))

    assert {answer.text for answer in answers} == {"Neu"}


@pytest.mark.parametrize("fault", [None, OSError("no database")])
def test_when_a_page_cannot_be_made_the_last_good_one_is_shown(reader, stage, fault):
    reader.get("/de/")
    reader.version.bump()
    stage.status, stage.text, stage.fault = "500 Internal Server Error", "Fehler", fault

    broken = [reader.get("/de/") for _ in range(3)]
    stage.status, stage.text, stage.fault = "200 OK", "Wieder da", None
    reader.keeper.failed._noted.clear()
    mended = reader.get("/de/")

    assert {(answer.status, answer.text, answer.how) for answer in broken} == {(200, PAGE, "stale")}
    assert reader.rendered == 3  # once good, once broken and then left alone for a moment, once good again
    assert (mended.text, mended.how) == ("Wieder da", "miss")


def test_last_good_copies_outlive_the_process(own_folder, stage):
    Reader(stage, lifetime=Clock()).get("/de/")
    again = Reader(stage, lifetime=Clock())
    again.version.bump()
    stage.fault = OSError("no database")

    assert again.get("/de/").how == "stale"


def test_without_a_good_copy_the_error_is_told(reader, stage):
    stage.status = "500 Internal Server Error"

    assert reader.get("/de/").status == 500


def test_what_was_withdrawn_never_comes_back(reader, stage):
    reader.get("/de/")
    reader.version.bump(withdraws=True)
    stage.status, stage.text = "503 Service Unavailable", "Leider nicht"

    assert reader.get("/de/").text == "Leider nicht"


def test_a_page_that_became_private_leaves_no_copy(reader, stage):
    reader.get("/de/")
    reader.version.bump()
    stage.headers.append(("Cache-Control", "private, no-store"))
    reader.get("/de/")
    stage.status = "500 Internal Server Error"

    assert reader.get("/de/").status == 500


def test_posts_are_never_answered_from_a_copy(reader, stage):
    reader.get("/de/")
    stage.status = "500 Internal Server Error"

    assert reader.get("/de/", method="POST").status == 500


def test_a_page_is_not_older_than_it_says(own_folder, stage):
    reader = Reader(stage, lifetime=Clock(0.3))
    reader.get("/de/")
    stage.text = "Später"
    time.sleep(0.4)

    assert reader.get("/de/").text == "Später"


def test_an_answer_may_say_itself_how_long_it_is_true(reader, stage):
    stage.headers.append(("X-Accel-Expires", f"@{int(time.time()) - 1}"))

    assert [reader.get("/de/").how for _ in range(2)] == ["pass", "pass"]


def test_a_damaged_copy_is_none(own_folder, stage):
    reader = Reader(stage, lifetime=Clock())
    reader.get("/de/")
    (file,) = (path for path in (own_folder / "pages/kept/test/pages").glob("*/*"))
    file.write_bytes(file.read_bytes()[:-1] + b"x")

    assert Reader(stage, lifetime=Clock()).get("/de/").how == "miss"


def test_a_server_that_is_not_there_makes_no_difference(own_folder, stage):
    lonely = Shelves(own_folder / "kept", Copies("redis://127.0.0.1:1/0", "test"))
    reader = Reader(stage, lifetime=Clock(), shelves=lonely)

    assert [reader.get("/de/").how for _ in range(2)] == ["miss", "hit"]


def test_caches_elsewhere_are_told_how_long_if_there_are_any(own_folder, stage):
    reader = Reader(stage, lifetime=Clock(60), outside=True)

    told = reader.get("/de/").headers

    assert told["CDN-Cache-Control"] == told["Surrogate-Control"]
    assert 57 <= int(told["CDN-Cache-Control"].removeprefix("max-age=")) <= 60


def test_a_copy_in_all_its_forms_takes_no_more_memory_than_is_counted(own_folder):
    words = "".join(f"<p>{blake2s(bytes([number])).hexdigest()}</p>" for number in range(250))
    reader = Reader(Stage(f"<!doctype html>{words}"), lifetime=Clock())
    for accepted in ("br", "gzip", "identity"):
        reader.get("/de/", accept_encoding=accepted)

    (copy,) = reader.keeper.shelves._rooms[False][0]._copies.values()

    held = len(copy.body) + sum(len(body) for _headers, body in copy.forms.values() if body is not copy.body)
    assert len(copy.forms) == 2
    assert held < copy.size


def test_addresses_of_no_page_that_anybody_makes_up_displace_no_page(own_folder, stage, monkeypatch):
    for room in ("AT_HAND", "AT_HAND_OF_MANY"):
        monkeypatch.setattr(shelves, room, 40_000)
    reader = Reader(stage, lifetime=Clock())
    reader.get("/de/")
    stage.status = "404 Not Found"

    made_up = [reader.get(f"/de/erfunden-{number}/").status for number in range(100)]

    assert set(made_up) == {404}
    assert not list((own_folder / "pages/kept/test/pages").glob("??/*"))[1:]
    assert list(reader.keeper.shelves._rooms[False][0]._copies)
    assert (reader.get("/de/").how, reader.get("/de/erfunden-99/").how) == ("hit", "hit")


def test_a_page_that_is_gone_and_comes_back_is_told_of_as_it_is(reader, stage):
    seen = []
    for status in ("200 OK", "404 Not Found", "200 OK"):
        stage.status = status
        reader.version.bump()
        seen += [(answer.status, answer.how) for answer in (reader.get("/de/") for _ in range(2))]

    assert seen == [(200, "miss"), (200, "hit"), (404, "miss"), (404, "hit"), (200, "miss"), (200, "hit")]
