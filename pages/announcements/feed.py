"""The feed of news (RFC 4287): what holds and what has held, the newest first."""

from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import get_language, override

from blocks.closed import remembered
from pages.announcements.listing import begun, told
from pages.announcements.looking import TOPIC, NewsForm, about, topics_of
from pages.announcements.spoken import FAR, validity
from pages.feeds.answer import answer
from pages.feeds.atom import CONTENT_TYPE, Feed
from pages.feeds.atom import told as clean
from pages.feeds.names import absolute, tag
from pages.wording import marked, plain

MOST = 50
"""Entries: programs ask often, and readers look at the first."""

NAME = "feed.xml"


def news(page, request):
    """The news about some topics, or about all."""
    with remembered():
        found = begun(timezone.now(), page)
    topics = NewsForm(request.GET, topics_of(found, request.GET.getlist(TOPIC))).read()[0]
    found, language = about(found, topics), get_language()
    query = "&".join(f"{TOPIC}={slug}" for slug in topics)

    def write(_etag):
        with override(language):
            feed = Feed.of(page, request, NAME, page.title, query)
            for each in told(found, MOST):
                feed.add_item(**_entry(each, request))
            return feed.written()

    shown = list(found.values_list("pk", "since", "last_published_at")[:MOST])
    state = page.pk, language, topics, page.last_published_at, shown
    return answer(request, state, [since for _pk, since, _published in shown], write, CONTENT_TYPE, NAME)


def _entry(page, request):
    moments = page.told_since, page.original.last_published_at, page.last_published_at
    return {
        "title": clean(plain(page.headline)),
        "link": absolute(page.get_url(request) or "/"),
        "description": clean(_summary(page)),
        "unique_id": tag(page.translation_key),
        "pubdate": page.told_since,
        "updateddate": max(filter(None, moments)),
        "categories": [],
        "language": page.headline_language,
    }


def _summary(page):
    """What kind it is, until when it holds, and what it is: paragraphs of HTML, as Atom wants them told.

    Never “today”: programs keep it, and show it tomorrow.
    """
    holds = validity(page.starts, page.ends, timezone.now(), FAR)
    words = [page.get_kind_display(), holds, marked(page.summary, page.foreign)]
    return format_html_join("", "<p>{}</p>", ((each,) for each in words if each.strip()))
