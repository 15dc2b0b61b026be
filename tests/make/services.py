"""Services and the finder, with as little as they need."""

from datetime import time

from wagtail.models import Locale

from pages.services.models import ServiceIndexPage, ServicePage, ServiceTime
from pages.topics.models import Audience, Topic


def finder(parent, title="Angebote", slug="angebote", **fields):
    """The published finder, at /de/angebote/."""
    return parent.add_child(instance=ServiceIndexPage(title=title, slug=slug, **fields))


def service(parent, title="Nähcafé", times=((1, "15:00", "18:00"),), audiences=(), topics=(), **fields):
    """A published service; times as (weekday, from, until[, note]), audiences and topics or their slugs."""
    fields.setdefault("locale", parent.locale)
    made = ServicePage(title=title, **fields)
    made.times = [_time(number, *each) for number, each in enumerate(times)]
    parent.add_child(instance=made)
    made.audiences.set(each if isinstance(each, Audience) else audience(each) for each in audiences)
    made.topics.set(each if isinstance(each, Topic) else topic(each) for each in topics)
    made.save()
    return made


def audience(slug="familien", name=None, **fields):
    """An audience, by its slug; made where there is none. `kinder` is called "Kinder"."""
    return Audience.objects.get_or_create(slug=slug, defaults={"name": name or slug.title(), **fields})[0]


def topic(slug="handarbeit", name=None):
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name or slug.title()})[0]


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
