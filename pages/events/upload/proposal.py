"""What a file proposes: events to be made, and lines of which none can be made. No database, no request."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, time
from enum import StrEnum

from pages.events.recurrence import Frequency, Rule

MOST = 100
"""Events that one file may bring: they are made in one go, while nobody else can save."""

LARGEST = 2 * 1024 * 1024
LONGEST_TITLE, LONGEST_TEXT = 255, 5000


class Note(StrEnum):
    """Something to know about a line, kept short; `spoken` says it in words."""

    NO_TITLE = "no title"
    NO_DATE = "no date"
    NOT_A_DATE = "not a date"
    NOT_A_TIME = "not a time"
    NO_BEGINNING = "no beginning"
    NO_LENGTH = "no length"
    YEAR = "year"
    BACKWARDS = "backwards"
    ENDS_FIRST = "ends first"
    TOO_LONG = "too long"
    UNREADABLE = "unreadable"
    TOO_MANY_DATES = "too many dates"
    TWICE = "twice"
    NEXT_DAY = "next day"
    PAST = "past"
    CUT = "cut"
    SINGLE_DATES = "single dates"
    CANCELLED = "cancelled"
    OTHER_TITLES = "other titles"


@dataclass(frozen=True)
class Remark:
    """A note about a line, with the words that it is about."""

    note: Note
    about: str = ""


@dataclass(frozen=True)
class Fault:
    """A line of which no event can be made."""

    number: int
    remark: Remark


@dataclass(frozen=True)
class Proposal:
    """An event as a file describes it. `told` is what makes it the same event when it comes again."""

    number: int
    title: str
    told: str
    rules: tuple[Rule, ...]
    left_out: tuple[date, ...] = ()
    where: str = ""
    text: str = ""
    link: str = ""
    remarks: tuple[Remark, ...] = ()


class TooManyEventsError(ValueError):
    """More than one file may bring."""


@dataclass
class Proposed:
    """All that a file proposes."""

    events: list[Proposal] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    known: set[str] = field(default_factory=set)

    def add(self, proposal: Proposal):
        """Once only: what stands twice in a file is a slip."""
        if proposal.told in self.known:
            self.faults.append(Fault(proposal.number, Remark(Note.TWICE, proposal.title)))
        else:
            self.known.add(proposal.told)
            self.events.append(proposal)


def packed(events: Iterable[Proposal]) -> list[dict]:
    """As plain values that fit into JSON."""
    return [
        {
            **asdict(event),
            "rules": [{name: _plain(value) for name, value in vars(rule).items()} for rule in event.rules],
            "left_out": [day.isoformat() for day in event.left_out],
            "remarks": [],
        }
        for event in events
    ]


def unpacked(values: Iterable[dict]) -> list[Proposal]:
    return [
        Proposal(
            **{
                **value,
                "rules": tuple(_rule(**rule) for rule in value["rules"]),
                "left_out": tuple(map(date.fromisoformat, value["left_out"])),
                "remarks": (),
            }
        )
        for value in values
    ]


def _plain(value):
    return value.isoformat() if isinstance(value, date | time) else value


def _rule(frequency, first_day, last_day, starts, ends, weekdays, positions, **more):
    return Rule(
        frequency=Frequency(frequency),
        first_day=date.fromisoformat(first_day),
        last_day=last_day and date.fromisoformat(last_day),
        starts=starts and time.fromisoformat(starts),
        ends=ends and time.fromisoformat(ends),
        weekdays=tuple(weekdays),
        positions=tuple(positions),
        **more,
    )
