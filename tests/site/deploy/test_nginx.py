"""nginx as it is shipped: what it keeps, for how long, and what it never does."""

import contextlib
import gzip
import http.client
import re
import ssl
import time

import pytest

from quartier.settings.languages import LANGUAGES
from tests.site.deploy.nginx import NAME, NGINX, SHIPPED, Nginx, StandIn

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


@pytest.fixture(scope="module")
def web():
    web = StandIn()
    yield web
    web.stop()


@pytest.fixture(scope="module")
def running(web, tmp_path_factory):
    nginx = Nginx(tmp_path_factory.mktemp("nginx"), web.port)
    yield nginx
    nginx.stop()


@pytest.fixture
def nginx(running, web):
    """With a version, before an application that lets its page be kept for an hour."""
    running.publish()
    web.asked.clear()
    web.status, web.body = 200, b"<p>Hallo</p>"
    web.headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
        "ETag": '"one"',
        "Vary": "Accept-Encoding",
        "X-Accel-Expires": f"@{int(time.time()) + 3600}",
        "X-Quartier-Copy": "miss",
    }
    return running


def copy(answer):
    return answer[1]["X-Quartier-Copy"]


def test_a_page_is_asked_for_once_and_then_answered_by_nginx(nginx, web):
    first = nginx.ask("/de/")

    again = nginx.ask("/de/")

    assert (first[0], copy(first)) == (200, "miss")
    assert (again[0], copy(again), again[2]) == (200, "hit", b"<p>Hallo</p>")
    assert len(web.asked) == 1


def test_readers_are_told_to_ask_again_and_nothing_of_how_long_nginx_keeps_it(nginx):
    nginx.ask("/de/")

    _, headers, _ = nginx.ask("/de/")

    assert headers["Cache-Control"] == "no-cache"
    assert headers["Vary"] == "Accept-Encoding"
    assert "X-Accel-Expires" not in headers


def test_who_has_the_page_already_is_told_so_by_nginx(nginx, web):
    nginx.ask("/de/")

    status, headers, body = nginx.ask("/de/", If_None_Match='"one"')

    assert (status, headers["ETag"], body) == (304, '"one"', b"")
    assert len(web.asked) == 1


def test_after_a_publish_no_old_copy_is_given_out(nginx, web):
    for change in range(20):
        web.body = b"%d" % change
        nginx.publish()

        assert nginx.ask("/de/")[2] == b"%d" % change
        assert nginx.ask("/de/")[2] == b"%d" % change

    assert len(web.asked) == 20


def test_what_was_rendered_before_a_publish_and_came_after_it_is_never_given_out(nginx, web):
    """The page was asked for under the old version, so it is kept under the old version."""
    web.body = b"old"
    nginx.ask("/de/programm/")
    nginx.publish()
    web.body = b"new"

    answers = [nginx.ask("/de/programm/")[2] for _ in range(3)]

    assert answers == [b"new"] * 3


def test_a_copy_is_given_out_to_the_very_second_that_the_application_named(nginx, web):
    last = int(time.time()) + 2
    web.headers["X-Accel-Expires"] = f"@{last}"
    nginx.ask("/de/heute/")
    web.body = b"later"
    web.headers["X-Accel-Expires"] = f"@{last + 3600}"
    told = []

    while time.time() < last + 1.3:
        asked = time.time()
        told.append((asked, nginx.ask("/de/heute/")[2]))
        time.sleep(0.05)

    assert {body for at, body in told if at < last - 0.1} == {b"<p>Hallo</p>"}
    assert {body for at, body in told if at >= last + 1} == {b"later"}


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Accel-Expires": None},
        {"Cache-Control": "private, no-cache"},
        {"Cache-Control": "no-store"},
        {"Set-Cookie": "csrf=1"},
    ],
    ids=["without a lifetime", "private", "no-store", "with a cookie"],
)
def test_what_is_not_for_everybody_is_not_kept(nginx, web, headers):
    web.headers = {name: value for name, value in {**web.headers, **headers}.items() if value}

    answers = [nginx.ask("/de/formular/") for _ in range(2)]

    assert [copy(answer) for answer in answers] == ["miss", "miss"]
    assert len(web.asked) == 2


def test_who_is_logged_in_gets_nothing_from_the_store_and_leaves_nothing_there(nginx, web):
    nginx.ask("/de/")
    web.body = b"draft"

    assert nginx.ask("/de/", Cookie="a=b; session=abc")[2] == b"draft"
    assert nginx.ask("/de/")[2] == b"<p>Hallo</p>"
    assert nginx.ask("/de/nur-hier/", Cookie="session=abc")[2] == b"draft"
    web.body = b"public"
    assert nginx.ask("/de/nur-hier/")[2] == b"public"


@pytest.mark.parametrize(
    "path", ["/admin/pages/", "/documents/1/a.pdf", "/media/images/a.jpg", "/health/ready"]
)
def test_the_editors_side_and_files_are_always_asked_for(nginx, web, path):
    nginx.ask(path)
    nginx.ask(path)

    assert len(web.asked) == 2


def test_what_is_posted_reaches_the_application_each_time(nginx, web):
    nginx.ask("/de/")

    nginx.ask("/de/", method="POST", body=b"name=a")
    nginx.ask("/de/", method="POST", body=b"name=a")

    assert [(method, body) for method, _, _, body in web.asked[1:]] == [("POST", b"name=a")] * 2


def test_three_encodings_are_kept_whatever_browsers_say(nginx, web):
    for said in ("gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.8", "br"):
        nginx.ask("/de/", Accept_Encoding=said)
    for said in ("gzip", "deflate, gzip;q=1.0", "gzip, br;q=0"):
        nginx.ask("/de/", Accept_Encoding=said)
    for said in ("identity", "deflate"):
        nginx.ask("/de/", Accept_Encoding=said)

    assert [headers["Accept-Encoding"] for _, _, headers, _ in web.asked] == ["br", "gzip", None]


def test_what_readers_know_matters_only_where_the_address_does_not_tell_the_language(nginx, web):
    for language in ("de", "ar"):
        nginx.ask("/", Accept_Language=language)
        nginx.ask("/de/", Accept_Language=language)
        nginx.ask("/nirgends/", Accept_Language=language)

    asked = [path for _, path, _, _ in web.asked]
    assert asked == ["/", "/de/", "/nirgends/", "/", "/nirgends/"]


def test_nginx_knows_the_languages_that_a_house_can_speak():
    known = re.search(r"~\^/\(([a-z|-]+)\)/", (SHIPPED / "quartier.conf.template").read_text())

    assert known[1].split("|") == [code for code, _ in LANGUAGES]


def test_without_a_version_nothing_is_kept(nginx, web):
    version = nginx.data / "pages/version"
    version.unlink()

    answers = [nginx.ask("/de/") for _ in range(2)]

    nginx.publish()
    assert [copy(answer) for answer in answers] == ["miss", "miss"]
    assert len(web.asked) == 2


def test_the_version_is_nobodys_business(nginx):
    assert nginx.ask("/-version")[0::2] == (204, b"")
    assert nginx.ask("/-away")[0] == 404


def test_a_forged_name_gets_no_answer(nginx, web):
    with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
        nginx.ask("/de/", host="evil.example")
    with pytest.raises(ssl.SSLError):
        nginx.ask("/de/", name="evil.example")

    assert web.asked == []


def test_the_application_learns_the_name_and_who_asks_and_nothing_forged(nginx, web):
    nginx.ask("/de/", X_Forwarded_For="6.6.6.6", X_Forwarded_Proto="http", X_Forwarded_Host="evil.example")

    _, _, headers, _ = web.asked[0]
    assert (headers["Host"], headers["X-Forwarded-For"]) == (NAME, "127.0.0.1")
    assert (headers["X-Forwarded-Proto"], headers["X-Forwarded-Host"]) == ("https", None)


def test_http_leads_to_https_and_nowhere_else(nginx):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", nginx.plain, timeout=10)) as line:
        line.request("GET", "/de/?a=b", headers={"Host": NAME})
        answer = line.getresponse()
        answer.read()

    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/de/?a=b")


def test_the_last_good_copy_is_given_out_while_the_application_is_away(tmp_path):
    web = StandIn()
    nginx = Nginx(tmp_path, web.port)
    nginx.publish()
    try:
        web.headers = {"X-Accel-Expires": f"@{int(time.time()) + 1}"}
        nginx.ask("/de/")
        web.stop()
        time.sleep(2.1)

        kept, unknown = nginx.ask("/de/"), nginx.ask("/de/nie-gelesen/")

        assert (kept[0], copy(kept), kept[2]) == (200, "stale", b"words")
        assert (unknown[0], unknown[1]["Retry-After"]) == (503, "30")
        assert "Gleich wieder da" in unknown[2].decode()
    finally:
        nginx.stop()


def test_the_log_tells_what_happened_and_never_who_it_was(nginx):
    nginx.ask("/de/suche/?q=Schulden", User_Agent="Firefox", Referer="https://x.example/")
    nginx.ask("/de/abo/ja/geheim123/")
    nginx.ask("/abo/geheim123/", method="POST")
    nginx.ask("/hooks/bounces/geheim123/")
    nginx.ask("/admin/password_reset/confirm/geheim123/")

    time.sleep(0.2)
    log = nginx.log()
    assert '"path":"/de/suche/","status":"200"' in log
    assert '"path":"/de/abo/…"' in log
    assert '"path":"/admin/…"' in log
    for personal in ("127.0.0.1", "Schulden", "geheim123", "Firefox", "x.example"):
        assert personal not in log
    assert (nginx.folder / "quartier-error.log").read_text() == ""


def test_stylesheets_come_compressed_from_the_disk(nginx, web):
    sheet = nginx.data / "static/site.0123456789ab.css"
    sheet.write_text("p{}")
    sheet.with_name(f"{sheet.name}.gz").write_bytes(gzip.compress(b"p{}"))

    status, headers, body = nginx.ask(f"/static/{sheet.name}", Accept_Encoding="gzip")

    assert (status, gzip.decompress(body), headers["Content-Type"]) == (200, b"p{}", "text/css")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert web.asked == []


@pytest.mark.parametrize(
    "path", ["/static/../pages/version", "/static../pages/version", "/static/..%2fpages/version"]
)
def test_nobody_climbs_out_of_the_stylesheets(nginx, path):
    assert b"x" not in nginx.ask(path)[2].replace(b"nginx", b"")


def test_every_answer_has_the_number_under_which_it_stands_in_the_log(nginx, web):
    web.headers["X-Request-ID"] = "0123456789abcdef"

    answers = [nginx.ask("/de/nummer/") for _ in range(2)]

    numbers = [headers.get_all("X-Request-ID") for _status, headers, _body in answers]
    assert [copy(answer) for answer in answers] == ["miss", "hit"]
    assert numbers[0] != numbers[1]
    assert all(f'"id":"{number}"' in nginx.log() for (number,) in numbers)


@pytest.mark.parametrize("path", ["//de/", "/./de/", "/x/../de/"])
def test_an_address_that_only_looks_like_one_with_a_language_is_kept_by_what_is_wished_for(nginx, web, path):
    """The application sees it as it was sent, and answers in a language of the reader."""
    answers = [nginx.ask(path, accept_language=language) for language in ("de", "ar")]

    assert [copy(answer) for answer in answers] == ["miss", "miss"]


@pytest.mark.parametrize("path", ["/de/", "/media/images/1.png", "/admin/"])
@pytest.mark.parametrize("given", ["0123456789abcdef0123456789abcdef", "Maria Meier", "a" * 4000])
def test_a_number_that_a_stranger_brings_goes_nowhere(nginx, web, path, given):
    answer = nginx.ask(path, X_Request_ID=given)

    told = [headers["X-Request-ID"] for _method, _path, headers, _body in web.asked]
    assert len(told) == 1
    assert re.fullmatch("[0-9a-f]{32}", told[0])
    assert told[0] != given
    assert given not in str(answer[1])
    assert given not in nginx.log()
