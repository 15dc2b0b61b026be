"""One component of a calendar file (RFC 5545, 3.6.1): a date, or a series with its rule. No framework."""

from dataclasses import dataclass

from pages.events import contentlines as lines
from pages.events.recurrence import Frequency, by
from pages.events.wall import BERLIN

EPOCH = 1577836800
"""2020-01-01 UTC in seconds: from there SEQUENCE counts, for 68 years below 2^31."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = {
    Frequency.DAILY: "DAILY",
    Frequency.WEEKLY: "WEEKLY",
    Frequency.MONTHLY: "MONTHLY",
    Frequency.MONTHLY_BY_WEEKDAY: "MONTHLY",
    Frequency.YEARLY: "YEARLY",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader sees of one date."""

    summary: str
    description: str = ""
    location: str = ""
    geo: tuple[str, str] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    is_cancelled: bool = False
    language: str = ""


def vevent(name, changed, said, starts, ends, is_whole_day, more=()):
    yield from ("BEGIN:VEVENT", f"UID:{name}", when("DTSTART", starts, is_whole_day, ends))
    if ends and ends > starts:
        yield when("DTEND", ends, is_whole_day, starts)
    yield from more
    language = f";LANGUAGE={said.language}" if said.language else ""
    yield lines.text(f"SUMMARY{language}", said.summary)
    if said.description:
        yield lines.text("DESCRIPTION", said.description)
    if said.location:
        yield lines.text("LOCATION", said.location)
    if said.geo:
        yield f"GEO:{';'.join(said.geo)}"
    if said.url:
        yield lines.uri("URL", said.url)
    if said.categories:
        yield lines.texts("CATEGORIES", said.categories)
    yield f"STATUS:{'CANCELLED' if said.is_cancelled else 'CONFIRMED'}"
    if said.is_cancelled:
        yield "TRANSP:TRANSPARENT"
    yield f"SEQUENCE:{max(0, int(changed.timestamp()) - EPOCH)}"
    yield from (f"DTSTAMP:{lines.utc(changed)}", f"LAST-MODIFIED:{lines.utc(changed)}", "END:VEVENT")


def when(name, moment, is_whole_day, *along):
    """A day or a moment; `along` are moments that are to be written in the same way."""
    return (
        lines.on(name, moment.astimezone(BERLIN).date()) if is_whole_day else lines.at(name, moment, *along)
    )


def rrule(rule, last):
    """Until the last date there is, also where people count or mean no end: beyond it nothing is promised."""
    until = f"{last.astimezone(BERLIN):%Y%m%d}" if rule.starts is None else lines.utc(last)
    parts = [f"FREQ={FREQUENCIES[rule.frequency]}", f"UNTIL={until}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    chosen = by(rule)
    if "byweekday" in chosen:
        days = (f"{day.n or ''}{WEEKDAYS[day.weekday]}" for day in chosen["byweekday"])
        parts.append(f"BYDAY={','.join(days)}")
    for name in ("bymonth", "bymonthday"):
        if name in chosen:
            numbers = chosen[name] if isinstance(chosen[name], list | tuple) else [chosen[name]]
            parts.append(f"{name.upper()}={','.join(map(str, numbers))}")
    return f"RRULE:{';'.join([*parts, 'WKST=MO'])}"
