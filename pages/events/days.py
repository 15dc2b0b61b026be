"""Dates by the days on which they are going on: the first few of each day, and how many there are."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Case, Count, DateTimeField, F, Q, Value, When, Window
from django.db.models.functions import RowNumber

from pages.events.choices import State
from pages.events.listing import LONGEST, told
from pages.events.models.occurrence import Occurrence
from pages.events.recurrence import A_DAY, MIDNIGHT
from pages.events.spoken import last_day, local
from pages.events.wall import LONGEST_NIGHT, on_the_clock

IN_ORDER = ("starts", "event", "original")

AS_USUAL = Case(When(state=State.SCHEDULED, is_moved=False, is_full=False, then=1), default=0)
"""What is not as usual is shown before the rest becomes a link: somebody may come in vain."""


@dataclass
class Day:
    """One day, some of its dates, and how many it has altogether."""

    day: date
    keys: list[int] = field(default_factory=list)
    going_on: list[int] = field(default_factory=list)
    count: int = 0
    dates: list[Occurrence] = field(default_factory=list)

    @property
    def more(self):
        """How many are not shown."""
        return self.count - len(self.dates)

    def first(self, at_most):
        """What begins on the day has precedence over what has been going on for days; told in order."""
        room = max(at_most - len(self.keys), 0)
        return [*self.going_on[:room], *self.keys[:at_most]]


def by_day(dates, first: date, last: date, at_most: int) -> list[Day]:
    """Each day from `first` to `last` with at most so many of these dates. Four queries, however many.

    What takes several days is on each of them; what ends at night is on its evening only. Of more than that,
    those that are not as usual come first, and what has begun before comes last.
    """
    days = [Day(first + number * A_DAY) for number in range((last - first).days + 1)]
    _add_going_on(days, dates)
    _add_beginning(days, dates, at_most)
    keys = {key for day in days for key in day.first(at_most)}
    known = {each.pk: each for each in told(Occurrence.objects.filter(pk__in=keys))} if keys else {}
    for day in days:
        day.dates = [known[key] for key in day.first(at_most) if key in known]
    return days


def on_day(dates, day: date):
    """Those of a queryset that are going on on a day, in order."""
    return from_day(dates, day).filter(starts__lt=begin_of(day + A_DAY))


def from_day(dates, day: date):
    """Those of a queryset that are going on on a day or begin later, in order; not what ends in its night."""
    start = begin_of(day)
    goes_on = Q(until__gt=start) & Q(ends__gte=F("starts") + LONGEST_NIGHT)
    near = dates.filter(starts__gt=start - LONGEST)
    return near.filter(Q(starts__gte=start) | goes_on).order_by(*IN_ORDER)


def begin_of(day: date) -> datetime:
    """The moment at which a day begins in the house."""
    return on_the_clock(datetime.combine(day, MIDNIGHT))


def _add_going_on(days, dates):
    """What began on a day before: few, so they are counted one by one."""
    mornings = [begin_of(day.day) for day in days]
    near = dates.filter(starts__gt=mornings[0] - LONGEST, starts__lt=mornings[-1], until__gt=mornings[0])
    rows = near.annotate(night=_night(mornings)).filter(until__gt=F("night")).order_by(*IN_ORDER)
    for row in rows.only("starts", "ends"):
        begins, ends = local(row.starts).date(), last_day(row)
        for day in days:
            if begins < day.day <= ends:
                day.going_on.append(row.pk)
                day.count += 1


def _add_beginning(days, dates, at_most):
    """What begins on each day: the database counts all and hands out some."""
    start, *nights = [begin_of(day.day) for day in days] + [begin_of(days[-1].day + A_DAY)]
    each_day = {"partition_by": _night(nights)}
    rows = dates.filter(starts__gte=start, starts__lt=nights[-1]).annotate(
        number=Window(RowNumber(), order_by=(AS_USUAL, *IN_ORDER), **each_day),
        all=Window(Count("*"), **each_day),
    )
    by_day = {day.day: day for day in days}
    first = rows.filter(number__lte=at_most).order_by().values_list(*IN_ORDER, "pk", "number", "all")
    for starts, _event, _original, key, number, count in sorted(first):
        day = by_day[local(starts).date()]
        day.keys.append(key)
        day.count += count if number == 1 else 0


def _night(nights):
    """The first of these moments after a date begins, as an expression that finds it by halving."""
    if len(nights) == 1:
        return Value(nights[0], output_field=DateTimeField())
    half = len(nights) // 2
    return Case(When(starts__lt=nights[half - 1], then=_night(nights[:half])), default=_night(nights[half:]))
