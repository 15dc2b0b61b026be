"""Announcements in the reader's words, and those that a page shows."""

from dataclasses import dataclass

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from blocks.goal import goal
from pages.announcements import listing, spoken
from pages.announcements.looking import about
from pages.announcements.models import NewsPage
from pages.wording import plain

register = template.Library()
register.filter("plain", plain)


@dataclass(frozen=True)
class Way:
    """A link with a sign; `language` is that of its words, where it is not the reader's."""

    title: str
    url: str
    sign: str
    language: str = ""


@dataclass(frozen=True)
class Latest:
    """The newest announcements, and where all of them are."""

    announcements: list
    address: str


@register.filter
def told_on(page):
    """`14. Mai 2026`: when it became known."""
    return spoken.told_on(page.told_since)


@register.simple_tag
def onward(page):
    """Where one reads more: the date that it tells of, a page of the house, an address elsewhere."""
    facts, date = page.original, page.told_of
    more = goal(facts.link_page)
    ways = [
        date and Way(date.title, date.url, "calendar", date.language),
        more and Way(more.title, more.url, "arrow", more.foreign),
        facts.link and Way(_("More about it"), facts.link, "external"),
    ]
    return [way for way in ways if way]


@register.simple_tag(takes_context=True)
def home_notices(context):
    """What holds now and is meant for the home page. One query where there is nothing, else two."""
    return listing.told(listing.shown_on_home(timezone.now(), _near(context)), MOST_ON_HOME)


@register.simple_tag(takes_context=True)
def latest_news(context, brick):
    """The announcements that a brick asks for. Four queries at most, in every language."""
    near, topic = _near(context), brick.get("topic")
    found = listing.current(timezone.now(), near)
    found = about(found, [topic.slug]) if topic else found
    return Latest(listing.told(found, int(brick.get("count") or 3)), _address(near, topic))


def _near(context):
    homes = context["house"].homes
    return homes[0] if homes else None


def _address(near, topic):
    """The list of news in the reader's language, about a topic; empty where there is none."""
    pages = NewsPage.objects.descendant_of(near) if near else NewsPage.objects.none()
    found = goal(pages.order_by("path").first())
    if not found or not found.url:
        return ""
    return f"{found.url}?thema={topic.slug}" if topic else found.url


MOST_ON_HOME = 3
