"""Atom (RFC 4287): what comes next, and what became of dates lately."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from pages.events.asking import Wish
from pages.events.choices import State
from pages.events.contentlines import plain
from pages.events.feeds import said
from pages.events.feeds.answer import answer
from pages.events.listing import open_dates, told, upcoming
from pages.events.models.change import Change
from pages.feeds.atom import CONTENT_TYPE, Feed
from pages.feeds.names import absolute, tag
from pages.wording import marked

MOST = 100
"""Entries of one feed: programs ask often, and readers look at the first."""

LATELY = timedelta(days=60)
CALLED_OFF = [State.CANCELLED, State.CLOSED, State.POSTPONED]


def coming(page, request):
    """The next dates that fit a wish, in the order in which they begin."""
    wish = Wish.of(request.GET)
    dates = upcoming(wish.narrow(open_dates(page)))
    return _feed(page, request, dates, "feed.xml", wish)


def changes(page, request):
    """Dates of which something was changed lately, the latest change first. What was undone is none."""
    wish = Wish.of(request.GET)
    lately = Change.objects.filter(made_at__gt=timezone.now() - LATELY)
    change = lately.filter(event=OuterRef("event"), original=OuterRef("original"))
    dates = wish.narrow(open_dates(page)).filter(event__in=lately.values("event"))
    left = dates.filter(event=OuterRef("event"), original=OuterRef("original"), state=State.POSTPONED)
    dates = dates.annotate(made_at=Subquery(change.values("made_at")[:1])).filter(
        Q(state__in=CALLED_OFF) | Q(is_moved=True) | Q(is_full=True), made_at__isnull=False
    )
    dates = dates.exclude(Exists(left) & ~Q(state=State.POSTPONED)).order_by("-made_at", "event", "original")
    return _feed(page, request, dates, "aenderungen.xml", wish)


def _feed(page, request, dates, name, wish):
    language = get_language()

    def write(_etag):
        with override(language):
            titles = {"feed.xml": page.title, "aenderungen.xml": _("What has changed")}
            feed = Feed.of(page, request, name, titles[name], wish.query)
            for date in told(dates[:MOST]):
                feed.add_item(**_entry(date, request))
            return feed.written()

    asked = page.pk, language, name, wish.query, page.last_published_at
    return answer(request, dates, asked, write, CONTENT_TYPE, name)


def _entry(date, request):
    url = f"{absolute(date.text.get_url(request) or '/')}{date.name}/" if date.text else date.outside.link
    published = [each.last_published_at for each in (date.facts, date.text) if each]
    left = "/left" if date.state == State.POSTPONED else ""
    return {
        "title": plain(said.title(date)),
        "link": url,
        "description": plain(_summary(date)),
        "unique_id": tag(f"{date.event}/{date.name}{left}"),
        "updateddate": max(filter(None, [date.changed_at, *published])),
        "categories": [],
        "language": _foreign(date),
    }


def _summary(date):
    """When, where, what became of it, and what it is: paragraphs of HTML, as Atom wants them told."""
    about = date.text.summary if date.text else f"{date.outside.description}\n{date.outside.calendar.name}"
    about = marked(about, _foreign(date))
    words = [said.became(date), said.when(date), said.location(date), about]
    return format_html_join("", "<p>{}</p>", ((each,) for each in words if each.strip()))


def _foreign(date):
    """The language of its title and summary, where that is not the reader's."""
    return "" if date.language == get_language() else date.language
