"""Services and the finder, with as little as they need."""

from datetime import time

from wagtail.models import Locale

from pages.places.models import Place, Room
from pages.services.models import ServiceIndexPage, ServicePage, ServiceTime
from pages.topics.models import Audience, Topic


def finder(parent, title="Angebote", **fields):
    """The published finder, at /de/angebote/."""
    return parent.add_child(instance=ServiceIndexPage(title=title, slug="angebote", **fields))


def service(parent, title="Nähcafé", times=((1, "15:00", "18:00"),), audiences=(), topics=(), **fields):
    """A published service; times as (weekday, from, until) or with a note, audiences and topics by slug."""
    fields.setdefault("locale", parent.locale)
    made = ServicePage(title=title, **fields)
    made.times = [_time(number, *each) for number, each in enumerate(times)]
    parent.add_child(instance=made)
    made.audiences.set(audience(slug) for slug in audiences)
    made.topics.set(topic(slug) for slug in topics)
    made.save()
    return made


def audience(slug, name=None, **fields):
    """An audience, by its slug; made where there is none. `kinder` is called "Kinder"."""
    return Audience.objects.get_or_create(slug=slug, defaults={"name": name or slug.title(), **fields})[0]


def topic(slug, name=None):
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name or slug.title()})[0]


def place(name="Haus am Park", **fields):
    return Place.objects.create(name=name, **fields)


def room(name="Saal", **fields):
    """A room in a house; `steps=0, door_width=95` is one without steps."""
    fields.setdefault("place", Place.objects.first() or place())
    return Room.objects.create(name=name, **fields)


def in_english(page, **texts):
    """The published English translation of a page."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    copy = page.copy_for_translation(english, copy_parents=True)
    for name, text in texts.items():
        setattr(copy, name, text)
    copy.save_revision().publish()
    return copy


def _time(number, weekday, starts, ends, note=""):
    return ServiceTime(
        weekday=weekday,
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        note=note,
        sort_order=number,
    )
