"""Atom (RFC 4287), each title with its language, without what no XML may contain."""

import re
from io import BytesIO

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from pages.centre.models import Centre
from pages.feeds.names import absolute, tag

CONTENT_TYPE = Atom1Feed.content_type
NOT_TOLD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Feed(Atom1Feed):
    """Tells the language of each title that is not in the reader's (RFC 4287, 2: `xml:lang`)."""

    @classmethod
    def of(cls, page, request, name, title, query=""):
        """The head of the feed that the page has at `name`, asked with `query`."""
        centre = Centre.for_request(request)
        url, query = absolute(page.get_url(request) or "/"), f"?{query}" if query else ""
        return cls(
            title=told(f"{centre.name}: {title}"),
            link=f"{url}{query}",
            description="",
            subtitle=told(page.summary) or None,
            language=get_language(),
            author_name=told(centre.name),
            feed_url=f"{url}{name}{query}",
            feed_guid=tag(f"{page.translation_key}/{name}{query}"),
        )

    def add_item_elements(self, handler, item):
        super().add_item_elements(_Titling(handler, item["language"]), item)

    def written(self) -> bytes:
        into = BytesIO()
        self.write(into, "utf-8")
        return into.getvalue()


def told(text) -> str:
    """A text without what no feed may contain; all ends of lines the same."""
    return NOT_TOLD.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))


class _Titling:
    """Writes what it is told to, titles with their language."""

    def __init__(self, handler, language):
        self.handler, self.language = handler, language

    def __getattr__(self, name):
        return getattr(self.handler, name)

    def addQuickElement(self, name, contents=None, attrs=None):  # noqa: N802 (Django's name for it)
        if name == "title" and self.language:
            attrs = {**(attrs or {}), "xml:lang": self.language}
        self.handler.addQuickElement(name, contents, attrs)
