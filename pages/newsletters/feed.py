"""The issues as a feed (Atom): for who reads the newsletter without a mail address."""

from django.db.models import Count, Max
from django.utils.html import format_html
from django.utils.translation import get_language, override

from blocks.blanks import filled
from pages.feeds.answer import answer
from pages.feeds.atom import CONTENT_TYPE, Feed
from pages.feeds.atom import told as plain
from pages.feeds.names import absolute, tag
from pages.newsletters.archive import issues as issues_of
from pages.newsletters.archive import told
from pages.wording import marked

NAME = "feed.xml"
MOST = 24


def issues(page, request):
    """The last issues, the newest first."""
    language, found = get_language(), issues_of(page)

    def write(_etag):
        with override(language):
            feed = Feed.of(page, request, NAME, page.title)
            for issue in told(found[:MOST]):
                feed.add_item(**_entry(issue, request))
            return feed.written()

    rows = found.order_by().aggregate(
        count=Count("pk"), last=Max("first_published_at"), published=Max("last_published_at")
    )
    state = page.pk, language, page.last_published_at, *rows.values()
    return answer(request, state, [rows["last"], rows["published"]], write, CONTENT_TYPE, NAME)


def _entry(issue, request):
    about = marked(filled(issue.summary), issue.foreign)
    return {
        "title": plain(filled(issue.title) or str(issue.called())),
        "link": absolute(issue.get_url(request) or "/"),
        "description": plain(str(format_html("<p>{}</p>", about))) if about else "",
        "unique_id": tag(issue.translation_key),
        "pubdate": issue.issued,
        "updateddate": issue.last_published_at or issue.issued,
        "categories": [],
        "language": issue.foreign,
    }
