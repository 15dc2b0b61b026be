"""The centre, its opening hours and its closed days, in as few words as possible."""

from datetime import date, time

from wagtail.models import Site

from pages.centre.models import Centre, Closure, OpeningException, OpeningHours, OpeningTime


def centre(**facts):
    """The centre of the only site, with these facts."""
    made = Centre.for_site(Site.objects.get(is_default_site=True))
    for name, value in facts.items():
        setattr(made, name, value)
    made.save()
    return made


def opening_hours(name="Haus", times=((1, "09:00", "18:00"),), exceptions=(), **fields):
    """Times as (weekday, from, until), exceptions as (first day, last day, from, until, reason)."""
    made = OpeningHours.objects.create(name=name, **fields)
    for weekday, opens, closes in times:
        OpeningTime.objects.create(hours=made, weekday=weekday, opens=_time(opens), closes=_time(closes))
    for first, last, opens, closes, reason in exceptions:
        OpeningException.objects.create(
            hours=made,
            first_day=date.fromisoformat(first),
            last_day=date.fromisoformat(last),
            opens=_time(opens),
            closes=_time(closes),
            reason=reason,
        )
    return made


def closed(first, last, reason="Ferien"):
    """The whole house is closed on these days."""
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Closure.objects.create(centre=centre(), first_day=days[0], last_day=days[1], reason=reason)


def _time(text):
    return time.fromisoformat(text) if text else None
