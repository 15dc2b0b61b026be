"""When a service takes place, as weekly rules (RFC 5545)."""

from pages.services.export import identity, said
from pages.services.export.plain import without_gaps

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def schedules(page, now):
    """One rule for each weekly time, and one without a time for what happens by appointment.

    `now` is aware and in the time zone of the house: HSDS wants an offset beside a time of day, and a time on
    the wall has another one in summer. So it is that of today; without it stands the time on the wall.
    """
    offset = now.isoformat()[-6:]
    told = set()
    for when in page.times.all():
        name = f"{DAYS[when.weekday - 1]} {when.starts:%H:%M}-{when.ends:%H:%M}"
        if name not in told:
            told.add(name)
            yield _weekly(when, identity.part(page.translation_key, name), offset)
    if page.is_by_appointment:
        yield {
            "id": identity.part(page.translation_key, "by appointment"),
            "description": said.by_appointment(),
        }


def _weekly(when, key, offset):
    return without_gaps(
        {
            "id": key,
            "freq": "WEEKLY",
            "interval": 1,
            "wkst": "MO",
            "byday": DAYS[when.weekday - 1],
            "opens_at": f"{when.starts:%H:%M}{offset}",
            "closes_at": f"{when.ends:%H:%M}{offset}",
            "description": said.time(when),
            "notes": str(when.note),
        }
    )
