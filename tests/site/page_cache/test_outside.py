"""Caches elsewhere: what they are told, and that a failure is noticed and tried again."""

import json

import pytest

from quartier.page_cache import upkeep
from quartier.page_cache.outside import Cloudflare, NotForgottenError, Server
from tests.make.copies import Reader
from tests.make.pages import plain_page
from tests.make.web import reply, server
from tests.site.page_cache.test_keeper import Clock

URLS = ["https://park.example/de/%C3%BCber/?seite=2", "https://park.example/de/"]


def test_a_server_is_asked_to_forget_each_address_of_each_host():
    with server(lambda asked, send: send(reply())) as (where, seen):
        Server({"LOCATION": where}).purge_batch(URLS)

    assert [each.splitlines()[0] for each in seen] == [
        "PURGE /de/%C3%BCber/?seite=2 HTTP/1.1",
        "PURGE /de/ HTTP/1.1",
    ]
    assert all("\r\nHost: park.example\r\n" in each for each in seen)


@pytest.mark.parametrize("status", ["405 Not Allowed", "403 Forbidden", "500 Oh", "302 Found"])
def test_a_server_that_does_not_forget_is_noticed(status):
    with server(lambda asked, send: send(reply(status=status))) as (where, _seen):
        cache = Server({"LOCATION": where})

        with pytest.raises(NotForgottenError, match=status[:3]):
            cache.purge_batch(URLS)


def test_cloudflare_is_told_thirty_addresses_at_once():
    with server(lambda asked, send: send(reply(b'{"success": true}'))) as (where, seen):
        cloudflare = Cloudflare({"ZONEID": "0a1b", "BEARER_TOKEN": "of the zone"})
        at = cloudflare.cloudflare_purge_endpoint_url
        cloudflare.cloudflare_purge_endpoint_url = where

        cloudflare.purge_batch([f"https://park.example/{number}/" for number in range(31)])

    assert at == "https://api.cloudflare.com/client/v4/zones/0a1b/purge_cache"
    assert [len(json.loads(each.partition("\r\n\r\n")[2])["files"]) for each in seen] == [30, 1]
    assert all("Authorization: Bearer of the zone" in each for each in seen)


def test_a_cloudflare_that_does_not_know_the_token_is_noticed():
    with server(lambda asked, send: send(reply(b"{}", status="403 Forbidden"))) as (where, _seen):
        cloudflare = Cloudflare({"ZONEID": "0a1b", "BEARER_TOKEN": "wrong"})
        cloudflare.cloudflare_purge_endpoint_url = where

        with pytest.raises(NotForgottenError, match="403"):
            cloudflare.purge_batch(URLS)


def test_what_could_not_be_told_is_told_again(home, own_folder, settings):
    page, statuses = plain_page(home, "Impressum"), ["503 Later"]

    def answer(asked, send):
        send(reply(status=statuses.pop() if statuses else "200 OK"))

    with server(answer) as (where, seen):
        settings.WAGTAILFRONTENDCACHE = {
            "varnish": {"BACKEND": "quartier.page_cache.outside.Server", "LOCATION": where}
        }
        with pytest.raises(NotForgottenError):
            upkeep.tell_others()
        upkeep.tell_others()
        told = len(seen)
        upkeep.tell_others()

    assert any(f"PURGE {page.get_url()} " in each for each in seen[1:])
    assert len(seen) == told


def varying(environ, start_response):
    vary = ("Vary", "Accept-Language") if environ["PATH_INFO"] == "/" else ("X-A", "b")
    start_response("200 OK", [("Content-Type", "text/plain"), vary])
    return [b"x"]


def test_what_depends_on_the_languages_of_a_reader_is_kept_by_nobody_elsewhere(own_folder):
    reader = Reader(varying, lifetime=Clock(), outside=True)

    front_door, page = reader.get("/"), reader.get("/de/")

    assert "CDN-Cache-Control" not in front_door.headers
    assert page.headers["CDN-Cache-Control"].startswith("max-age=")
