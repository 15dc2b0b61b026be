"""Those who use the site meanwhile: readers, senders of forms, editors. Each answers with what was seen."""

import itertools
import re
import time
from dataclasses import dataclass

import requests
from bs4 import BeautifulSoup

from tests.make.editing import filled

PATIENCE = 60


@dataclass
class Seen:
    """An answer: its status, how the page cache says it was answered, and how many seconds it took."""

    status: int
    copy: str
    goes_to: str
    html: str
    seconds: float

    @property
    def words(self):
        """What is read first: what hinders, or the heading."""
        html = BeautifulSoup(self.html, "html.parser")
        told = html.select_one("#faults p") or html.select_one(".messages li") or html.h1
        return " ".join(told.get_text(" ").split())[:70] if told else self.goes_to[:70]

    def __str__(self):
        copy = f" {self.copy}" if self.copy and self.copy != "pass" else ""
        return f"{self.status}{copy} “{self.words}”"


class Visitor:
    """A browser with a memory for cookies, and a manner of asking."""

    def __init__(self, url):
        self.url, self.session = url, requests.Session()
        self.session.headers["Accept-Language"] = "de"

    def ask(self, path, **post):
        began = time.monotonic()
        address = path if path.startswith("http") else self.url + path
        method = "POST" if post else "GET"
        answer = self.session.request(method, address, timeout=PATIENCE, allow_redirects=False, **post)
        told = answer.headers
        return Seen(
            answer.status_code,
            told.get("X-Quartier-Copy", ""),
            told.get("Location", ""),
            answer.text,
            time.monotonic() - began,
        )

    def addresses(self):
        """All pages of the sitemap, as paths."""
        return re.findall(r"<loc>https?://[^/]+([^<]+)</loc>", self.ask("/sitemap.xml").html)


class Sender(Visitor):
    """Fills in a form once, and sends it as often as needed; each from an address of its own."""

    count = itertools.count(1)

    def __init__(self, url):
        super().__init__(url)
        self.session.headers["X-Forwarded-For"] = f"192.0.2.{next(self.count) % 256}"

    def fill(self, path):
        self.path = path
        self.ticket_at = time.monotonic()
        form = BeautifulSoup(self.ask(path).html, "html.parser").select_one("main form[method=post]")
        self.data = {}
        for field in form.select("[name]"):
            name, kind = field["name"], field.get("type")
            if name == "q-homepage" or (kind in ("checkbox", "radio", "file") and name in self.data):
                continue
            self.data[name] = self._answer(field, kind)
        return self

    def _answer(self, field, kind):
        if kind in ("hidden", "checkbox", "radio"):
            return field.get("value", "on")
        if field.name == "select":
            return next(option["value"] for option in field.select("option") if option.get("value"))
        known = {"email": "mina@post.example", "tel": "030 12345", "date": "2030-05-01"}
        return known.get(kind) or ("7" if field.get("inputmode") == "decimal" else "Ist der Saal frei?")

    def send(self, **files):
        time.sleep(max(0, 3.5 - (time.monotonic() - self.ticket_at)))  # faster is taken for a program
        return self.ask(self.path, data=self.data, **files)


class Editor(Visitor):
    """Logs in, changes a page, publishes."""

    def log_in(self, name, password):
        token = self._token("/admin/login/")
        post = {"username": name, "password": password, "csrfmiddlewaretoken": token, "next": "/admin/"}
        return self.ask("/admin/login/", data=post)

    def publish(self, number, **changes):
        path = f"/admin/pages/{number}/edit/"
        form = self.ask(path)
        if form.status == 302:
            raise RuntimeError(f"Logged out: {form}")
        if form.status != 200:
            return form
        data = filled(form.html, **{"action-publish": "action-publish", **changes})
        return self.ask(path, data=data)

    def _token(self, path):
        html = BeautifulSoup(self.ask(path).html, "html.parser")
        return html.select_one("input[name=csrfmiddlewaretoken]")["value"]
