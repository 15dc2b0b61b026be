"""What may be answered from a copy, and under which name that copy lies.

Nothing that a stranger can write into a request reaches the answer unless it is part of this name: the rest
is taken away before Django sees it (`plain`).
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2s

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

LONGEST_ADDRESS = 1000
LONGEST_WISH = 200
NEVER = ("/admin/", "/media/", "/documents/", "/static/", "/health/", "/metrics", "/accounts/")
PASSED_ON = {"HTTP_HOST", "HTTP_X_REQUEST_ID"}
"""The headers that Django is still told of, beside that which says whether it was https."""

ENCODINGS = {
    name: re.compile(rf"\b{name}\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.I) for name in ("br", "gzip")
}


@dataclass(frozen=True)
class Question:
    """An address as it was asked for; `languages` are those wished for, where the address does not say it."""

    scheme: str
    host: str
    path: str
    query: str
    languages: tuple[str, ...] = ()
    tells_wishes: bool = False

    @cached_property
    def name(self):
        said = (self.scheme, self.host, self.path, self.query, *self.languages)
        return blake2s("\n".join(said).encode("latin-1", "replace"), digest_size=16).hexdigest()

    @property
    def is_one_of_many(self):
        """Whether anybody can make up as many like it as they wish."""
        return bool(self.query or self.tells_wishes)

    @property
    def url(self):
        """The address, for caches elsewhere that are to forget it."""
        path = self.path.encode("latin-1", "replace")
        quoted = "".join(chr(byte) if chr(byte) in SAFE else f"%{byte:02X}" for byte in path)
        return f"{self.scheme}://{self.host}{quoted}{'?' if self.query else ''}{self.query}"


SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=:@")


def question(environ) -> Question | None:
    """What is asked, or None where a copy must not answer: for people with a session, and the like."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return None
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    host = environ.get("HTTP_HOST", "")
    if path.startswith(NEVER) or len(path) + len(query) > LONGEST_ADDRESS or environ.get("SCRIPT_NAME"):
        return None
    if environ.get("CONTENT_LENGTH") not in (None, "", "0") or "HTTP_TRANSFER_ENCODING" in environ:
        return None
    if not _is_ours(host) or _knows_somebody(environ.get("HTTP_COOKIE", "")):
        return None
    scheme = _scheme(environ)
    if scheme != "https" and settings.SECURE_SSL_REDIRECT:
        return None
    languages, tells_wishes = (), path.split("/", 2)[1:2] not in _codes()
    if tells_wishes:
        wish = environ.get("HTTP_ACCEPT_LANGUAGE", "")
        if len(wish) > LONGEST_WISH:
            return None
        languages = wished_for(wish)
    return Question(scheme, host, path, query, languages, tells_wishes)


def plain(environ, asked):
    """The request without anything that is not part of the question; its answer is whole and uncompressed."""
    kept = {name: value for name, value in environ.items() if not name.startswith("HTTP_")}
    passed_on = PASSED_ON | {(settings.SECURE_PROXY_SSL_HEADER or ("HTTP_HOST",))[0]}
    kept |= {name: environ[name] for name in passed_on if name in environ}
    return kept | {"REQUEST_METHOD": "GET", "HTTP_ACCEPT_LANGUAGE": ",".join(asked.languages)}


@lru_cache(maxsize=512)
def encoding(accepted: str) -> str:
    """The smallest that a reader's program can open: `br`, `gzip`, or nothing."""
    return next((name for name, pattern in ENCODINGS.items() if pattern.search(accepted)), "")


@lru_cache(maxsize=2048)
def wished_for(header: str) -> tuple[str, ...]:
    """The languages of Accept-Language that Django knows, in order: nothing else of it changes an answer."""
    found = []
    for code, weight in parse_accept_lang_header(header):
        try:
            found.append(code if code == "*" else weight and get_supported_language_variant(code))
        except LookupError:
            continue
    return tuple(dict.fromkeys(filter(None, found)))


@lru_cache(maxsize=256)
def _is_ours(host):
    """In small letters, as browsers write it: what else it may be, Django knows."""
    domain, _port = split_domain_port(host)
    return host == host.lower() and bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def _knows_somebody(cookie):
    return bool(cookie) and any(f"{name}=" in cookie for name in _cookies())


def _scheme(environ):
    if told := settings.SECURE_PROXY_SSL_HEADER:
        said = environ.get(told[0])
        if said is not None:
            return "https" if said.split(",", 1)[0].strip() == told[1] else "http"
    return environ["wsgi.url_scheme"]


@lru_cache(maxsize=1)
def _cookies():
    return (
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",
    )


@lru_cache(maxsize=1)
def _codes():
    return [[code] for code, _name in settings.LANGUAGES]
