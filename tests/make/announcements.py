"""News and the list of them, with as little as they need."""

from datetime import timedelta

from django.utils import timezone

from pages.announcements.models import AnnouncementPage, NewsPage
from tests.make.services import topic


def news(parent, title="Aktuelles", slug="aktuelles", **fields):
    """The published list of news, at /de/aktuelles/."""
    return parent.add_child(instance=NewsPage(title=title, slug=slug, **fields))


def announcement(parent, title="Wasserrohrbruch", topics=(), **fields):
    """A published announcement; `hours=(-1, 3)`: it began an hour ago and holds for three more."""
    fields.setdefault("locale", parent.locale)
    fields.setdefault("first_published_at", timezone.now())
    if "hours" in fields:
        fields["starts"], fields["ends"] = map(moment, fields.pop("hours"))
    made = parent.add_child(instance=AnnouncementPage(title=title, **fields))
    made.topics.set(map(topic, topics))
    made.save()
    return made


def moment(hours):
    """So many hours from now; None stays open."""
    return hours if hours is None else timezone.now() + timedelta(hours=hours)
