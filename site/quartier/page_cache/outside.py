"""Caches elsewhere, of whom Wagtail knows how to have them forget: ours notice when they did not.

Wagtail writes a line for each address that could not be forgotten, waits for ever, and takes all for done.
"""

from http import HTTPStatus
from urllib.parse import urlsplit

import requests
from wagtail.contrib.frontend_cache.backends import BaseBackend, CloudflareBackend

PATIENCE = 10
"""Seconds for one answer."""

FORGOTTEN = {HTTPStatus.OK, HTTPStatus.NO_CONTENT, HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


class NotForgottenError(Exception):
    """A cache may still show what has changed."""


class Server(BaseBackend):
    """A server that understands `PURGE`, as Varnish does where its rules allow it."""

    def __init__(self, params):
        super().__init__(params)
        self._where = params["LOCATION"].rstrip("/")

    def purge_batch(self, urls):
        with requests.Session() as line:
            for url in urls:
                self._purge(line, urlsplit(url))

    def _purge(self, line, url):
        address = f"{self._where}{url.path}{'?' if url.query else ''}{url.query}"
        told = {"headers": {"Host": url.netloc}, "timeout": PATIENCE, "allow_redirects": False}
        status = line.request("PURGE", address, **told).status_code
        if status not in FORGOTTEN:
            raise NotForgottenError(f"{self._where} answers {status} to PURGE.")


class Cloudflare(CloudflareBackend):
    """Cloudflare, by a token that may purge one zone."""

    def _purge_urls(self, urls):
        headers = {"Authorization": f"Bearer {self.cloudflare_token}"}
        address, asked = self.cloudflare_purge_endpoint_url, {"files": urls}
        answer = requests.post(address, json=asked, headers=headers, timeout=PATIENCE)
        if answer.status_code != HTTPStatus.OK:
            raise NotForgottenError(f"Cloudflare answers {answer.status_code}.")
