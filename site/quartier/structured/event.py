"""One event, or one of its dates: what happens when and where, and what has become of it."""

from django.db.models import prefetch_related_objects

from pages.events import telling
from pages.events.choices import State
from pages.events.dates import Dates
from pages.events.models import Occurrence
from pages.events.spoken import last_day, local
from pages.feeds.names import absolute
from pages.offers.choices import Cost
from quartier.structured.offers import audience, offers, provider
from quartier.structured.pictures import for_sharing
from quartier.structured.place import inside, place
from quartier.structured.plain import said, told_of, without_gaps
from quartier.structured.schedule import schedules

SCHEMA = "https://schema.org/"
OFF = (State.CANCELLED, State.CLOSED)


def event(page, house):
    """The date that has the page, the only date of an event, else the whole series with its next dates."""
    dates, facts = page.dates or Dates(None), page.original
    if facts.pk:
        prefetch_related_objects([facts], "audiences")
    about = told_of(page, "Event", "event")
    told = {**about, **_of_every_date(page, facts)}
    if dates.shown:
        return without_gaps({**told, **_address(about, dates), **_date(dates.shown, facts)})
    first = dates.taking_place or dates.first
    if first is None:
        return None
    usual = {"@id": f"{about['url']}#place"}
    here = _here(facts, facts.room, facts.place)
    return without_gaps(
        {
            **told,
            "location": _location(here and {**here, **usual}, facts),
            "eventAttendanceMode": _mode(facts),
            "startDate": _moment(first, first.starts),
            "eventSchedule": schedules(facts, dates),
            "subEvent": [
                _sub_event(one, page, facts, usual) for one in dates.next if one.state != State.POSTPONED
            ],
        }
    )


def _address(about, dates):
    """A date has an address below that of its event."""
    if not dates.date:
        return {}
    url = f"{about['url']}{dates.date.name}/"
    series = None if dates.only else {"@id": about["@id"]}
    return {"@id": f"{url}#event", "url": url, "superEvent": series}


def _of_every_date(page, facts):
    return {
        "image": for_sharing(page.picture),
        "inLanguage": list(facts.languages),
        "isAccessibleForFree": facts.is_free if facts.cost != Cost.ON_REQUEST else None,
        "offers": [{**offer, "url": absolute(page.url or "")} for offer in offers(facts)],
        "audience": [audience(each) for each in facts.audiences.all()],
        "organizer": provider(facts),
        "maximumAttendeeCapacity": facts.seats,
    }


def _sub_event(one: Occurrence, page, facts, usual):
    """A date among others. The usual place is not told again with each of them."""
    url = absolute(one.url)
    about = {"@type": "Event", "@id": f"{url}#event", "url": url, "name": said(page.title, page.foreign)}
    told = _date(one, facts)
    if not one.is_elsewhere and _here(facts, one.room, one.place):
        told["location"] = _location(usual, facts)
    return without_gaps({**about, **told})


def _date(one: Occurrence, facts):
    """A date as it will be; of one that was moved, also when it would have been."""
    is_moved, doors = one.starts != one.original, telling.doors(facts, one)
    status = "EventCancelled" if one.state in OFF else "EventRescheduled" if is_moved else "EventScheduled"
    return {
        "startDate": _moment(one, one.starts),
        "endDate": _end(one),
        "doorTime": doors and f"{doors:%H:%M:%S}",
        "previousStartDate": _moment(one, one.original) if is_moved else None,
        "eventStatus": SCHEMA + status,
        "eventAttendanceMode": _mode(facts),
        "location": _location(_here(facts, one.room, one.place), facts),
        "remainingAttendeeCapacity": 0 if one.is_full else None,
    }


def _moment(one, at):
    """With its offset from UTC; the day alone where it takes the whole day."""
    return local(at).date().isoformat() if one.is_whole_day else local(at).isoformat()


def _end(one):
    if one.is_whole_day:
        return last_day(one).isoformat()
    return local(one.ends).isoformat() if one.ends else None


def _mode(facts):
    if not (facts.is_online or facts.online_link):
        return f"{SCHEMA}OfflineEventAttendanceMode"
    is_mixed = facts.room_id or facts.place_id or facts.meeting_point
    return f"{SCHEMA}{'Mixed' if is_mixed else 'Online'}EventAttendanceMode"


def _location(here, facts):
    """Where it is, and where one takes part from afar."""
    online = facts.online_link and {"@type": "VirtualLocation", "url": facts.online_link}
    both = [each for each in (here, online) if each]
    return both[0] if len(both) == 1 else both


def _here(facts, room, at):
    if room:
        return inside(room)
    if at:
        return place(at)
    return facts.meeting_point and {"@type": "Place", "name": str(facts.meeting_point)}
