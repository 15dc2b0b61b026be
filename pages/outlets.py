"""What a page answers below its own address: `…/daten.json`, `…/kalender.ics`, `…/feed.xml`."""

from typing import ClassVar

from django.http import HttpResponseNotAllowed
from wagtail.url_routing import RouteResult

ADDRESS = r"^((?:[\w\-]+/)*[\w\-]+\.(?:ics|json|xml))$"
"""Addresses without a slash at the end: Wagtail's own pattern leaves them out, and no page is called so."""

READING = ["GET", "HEAD"]


class Outlets:
    """Names its outlets, each with the method that answers it; stands before the page class.

    Wagtail serves an outlet as it serves the page: who may not read the page gets nothing here either, and
    what is not named is not found.
    """

    outlets: ClassVar[dict[str, str]] = {}

    @classmethod
    def answers(cls, names):
        return len(names) == 1 and names[0] in cls.outlets

    def route(self, request, path_components):
        if self.live and len(path_components) == 1 and path_components[0] in self.outlets:
            return RouteResult(self, kwargs={"outlet": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request, *args, outlet=None, **kwargs):
        if outlet is None:
            return super().serve(request, *args, **kwargs)
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        return getattr(self, self.outlets[outlet])(request)
