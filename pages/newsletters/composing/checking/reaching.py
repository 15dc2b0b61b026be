"""Whether an address inside the house leads anywhere: asked as a visitor would ask, without any network."""

from io import BytesIO
from urllib.parse import parse_qs, urljoin, urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, override

from blocks.closed import is_closed

MOST_TURNS = 3
FOUND, TURNED = range(200, 300), range(300, 400)


class Visitor:
    """Somebody without a login who opens addresses of the house, each once."""

    def __init__(self):
        self._handler, self._known = None, {}

    def finds(self, address: str) -> bool:
        """Whether there is something to read for everybody. Addresses elsewhere are believed."""
        path = self._path(address)
        if path is None:
            return True
        if path not in self._known:
            self._known[path] = self._opens(path)
        return self._known[path]

    def _path(self, address):
        if address.startswith(f"{settings.SITE_URL}/"):
            address = address.removeprefix(settings.SITE_URL)
        return address.partition("#")[0] if address.startswith("/") and not address.startswith("//") else None

    def _opens(self, path):
        for _turn in range(MOST_TURNS):
            request, response = self._ask(path)
            if response.status_code in FOUND:
                return not _is_behind_a_door(request)
            if response.status_code not in TURNED or _is_a_door(response.headers["Location"]):
                return False
            path = self._path(urljoin(f"{settings.SITE_URL}{path}", response.headers["Location"]))
            if path is None:
                return True
        return False

    def _ask(self, path):
        """One request through the whole house, that leaves the language of the editor as it is."""
        if self._handler is None:
            self._handler = BaseHandler()
            self._handler.load_middleware()
        request = WSGIRequest(_environment(path))
        request.is_dummy = True  # as Wagtail marks its own
        with override(get_language()):
            response = self._handler.get_response(request)
        response.close()
        return request, response


def _is_a_door(address):
    """Whether somebody has to sign in there before they go on."""
    return REDIRECT_FIELD_NAME in parse_qs(urlsplit(address).query)


def _is_behind_a_door(request):
    found = getattr(request, "_wagtail_route_for_request", None)
    return bool(found) and is_closed(found.page)


def _environment(path):
    here, asked = urlsplit(settings.SITE_URL), urlsplit(iri_to_uri(path))
    port = here.port or (443 if here.scheme == "https" else 80)
    return {
        "REQUEST_METHOD": "HEAD",
        "PATH_INFO": asked.path,
        "QUERY_STRING": asked.query,
        "SERVER_NAME": here.hostname,
        "SERVER_PORT": str(port),
        "HTTP_HOST": here.netloc,
        "HTTP_X_FORWARDED_PROTO": here.scheme,
        "wsgi.url_scheme": here.scheme,
        "wsgi.input": BytesIO(),
    }
