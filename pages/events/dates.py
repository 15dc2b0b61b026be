"""The dates of one event as its own pages tell them: a few at once, however many there are."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import BooleanField, Case, Count, When
from django.db.models.functions import ExtractYear

from pages.events.choices import State
from pages.events.models.occurrence import Occurrence
from pages.events.wall import BERLIN

NEXT = 6
IN_PLACE = 24
"""More than these have a list of their own, so that the page stays small."""

MOST = 1000
ROWS_OF_ONE = 2  # once where it was, and once where it is: a postponed date
ALL = "alle"
LIST = "termine"
"""The filter of the address that opens the list: `?termine=alle`, `?termine=2025`."""


@dataclass(frozen=True)
class Told:
    """The page on which the dates are read, as far as each of them tells it."""

    title: str
    language: str
    url: str


@dataclass
class Dates:
    """Those of one event that a reader asks for.

    `coming` are the first of those that are not over, `number` counts them all. `past` counts by year what is
    over. `asked` is what the list was asked for, `listed` is the answer. `date` is the one that has the page.
    """

    now: datetime
    coming: list[Occurrence] = field(default_factory=list)
    number: int = 0
    past: dict[int, int] = field(default_factory=dict)
    asked: str = ""
    listed: list[Occurrence] = field(default_factory=list)
    only: Occurrence | None = None
    date: Occurrence | None = None

    @cached_property
    def next(self):
        """The first ones, without that which has the page."""
        own = self.date and self.date.original
        return [date for date in self.coming if date.original != own][:NEXT]

    @cached_property
    def shown(self):
        """The one that the page is about, if it is about one."""
        return self.date or self.only

    @property
    def first(self):
        return next(iter(self.coming), None)

    @property
    def taking_place(self):
        """The first one that one can go to."""
        return next((date for date in self.coming if date.state == State.SCHEDULED), None)

    @property
    def are_elsewhere(self):
        """Whether those ahead are too many to stand here."""
        return self.number > IN_PLACE


def rows_of(event):
    """The dates of a published event, also of one that is not for everybody: who reads its page may."""
    rows = Occurrence.objects.filter(event=event.translation_key, page__live=True)
    return rows.select_related("room__place", "place")


def named(event, name, original):
    """The date that is called so; of one that was postponed, where it takes place now."""
    rows = sorted(rows_of(event).filter(original=original), key=lambda row: row.state == State.POSTPONED)
    return next((row for row in rows if row.name == name), None)


def dates_of(event, asked, now, date=None) -> Dates:
    """What is to be told of the dates of an event: two queries, or three."""
    rows = rows_of(event)
    ahead = rows.not_over(now).order_by("starts", "original")
    coming = list(ahead[: MOST if asked == ALL else IN_PLACE + 1])
    number, past = _counted(rows, now)
    dates = Dates(now, coming, number, past, date=date)
    dates.asked = asked if asked == ALL or asked in map(str, past) else ""
    dates.listed = _listed(rows, dates)
    dates.only = _only(rows, dates)
    return told_on(event, dates)


def planned_dates(event, planned, now) -> Dates:
    """The same of dates that are not published yet."""
    coming = sorted((row for row in planned if row.until > now), key=lambda row: row.starts)
    past = Counter(row.starts.astimezone(BERLIN).year for row in planned if row.until <= now)
    dates = Dates(now, coming[: IN_PLACE + 1], len(coming), dict(past), listed=coming[:IN_PLACE])
    dates.only = planned[0] if len(planned) == 1 else None
    return told_on(event, dates)


def told_on(event, dates):
    """Let each date say on which page it is read, and whether it is in another room than the event."""
    text = Told(event.title, event.locale.language_code, event.url or "")
    usual = event.original.room_id
    shown = filter(None, [dates.only, dates.date])
    for date in (*dates.coming, *dates.listed, *shown):
        date.text, date.is_elsewhere = text, date.room_id != usual
    return dates


def _counted(rows, now):
    """How many are ahead, and how many are over, by year."""
    known = {"is_over": Case(When(until__lte=now, then=True), default=False, output_field=BooleanField())}
    dated = rows.annotate(**known, year=ExtractYear("starts", tzinfo=BERLIN))
    counted = list(dated.order_by("-year").values_list("is_over", "year").annotate(Count("pk")))
    past = {year: number for is_over, year, number in counted if is_over}
    return sum(number for is_over, _year, number in counted if not is_over), past


def _listed(rows, dates):
    if dates.asked == ALL:
        return dates.coming
    if dates.asked:
        first = datetime(int(dates.asked), 1, 1, tzinfo=BERLIN)
        of_year = rows.filter(starts__gte=first, starts__lt=first.replace(year=first.year + 1))
        return list(of_year.filter(until__lte=dates.now).order_by("starts", "original")[:MOST])
    return [] if dates.are_elsewhere else dates.coming


def _only(rows, dates):
    """The date of an event that has no other."""
    if dates.number + sum(dates.past.values()) > ROWS_OF_ONE:
        return None
    found = sorted(rows if dates.past else dates.coming, key=lambda row: row.state == State.POSTPONED)
    return found[0] if len({row.original for row in found}) == 1 else None
