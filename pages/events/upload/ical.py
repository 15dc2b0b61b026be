"""An iCalendar file as events of ours: a series stays a series where we have words for its rule.

No database, no request.
"""

from dataclasses import replace
from datetime import date, timedelta

from pages.events.outside.entries import Entry
from pages.events.outside.plain import cut
from pages.events.outside.reading import changed_dates, entries, planned, sorted_out
from pages.events.outside.repeating import Looks
from pages.events.outside.trouble import UnreadableError
from pages.events.recurrence import Frequency, Rule
from pages.events.upload.proposal import MOST, Fault, Note, Proposal, Proposed, Remark, TooManyEventsError
from pages.events.upload.series import as_series, single

FAR = timedelta(days=5 * 366)
"""How far two rules are compared, and a series without an end is looked at."""

AHEAD = timedelta(days=731)
MOST_SINGLE = 100
EARLIEST, LATEST = 2000, 2100


class TooManyError(ValueError):
    """So many single dates that nobody could keep them up."""


def read(data: bytes, today: date) -> Proposed:
    """Raises TroubleError for a file that is no calendar, and TooManyEventsError."""
    groups, unreadable = entries(data)
    if len(groups) + len(unreadable) > MOST:
        raise TooManyEventsError
    found, looks = Proposed(), Looks()
    for group in groups.values():
        main, changed = sorted_out(group)
        for one in [main] if main else changed.values():
            try:
                found.add(_proposal(one, changed if main else {}, today, looks))
            except UnreadableError:
                found.faults.append(Fault(one.number, Remark(Note.UNREADABLE, one.title)))
            except TooManyError:
                found.faults.append(Fault(one.number, Remark(Note.TOO_MANY_DATES, one.title)))
    found.faults += [Fault(number, Remark(Note.UNREADABLE)) for number in unreadable]
    return found


def _proposal(main, changed, today, looks):
    first = main.starts.instant
    if not EARLIEST <= first.year <= LATEST:
        raise UnreadableError
    dates = changed_dates(main, dict(planned(main, first, first + FAR, looks)), changed)
    kept = sorted((each for each in dates.values() if not each.is_cancelled), key=lambda each: each.starts)
    if not kept:
        raise UnreadableError
    bare = replace(main, added=(), left_out=(), is_cancelled=False)
    regular = [each for _at, each in planned(bare, first, first + FAR, looks)]
    series = as_series(main, regular, kept, (first + FAR).date())
    rules, left_out = series or (_single_dates(main, kept, today), ())
    return Proposal(
        number=main.number,
        title=main.title,
        told=main.uid,
        rules=tuple(rules),
        left_out=tuple(sorted(left_out)),
        where=cut(main.location, 160),
        text=main.description,
        link=main.url,
        remarks=tuple(_remarks(main, changed, rules, len(dates) - len(kept), today)),
    )


def _single_dates(main: Entry, kept, today):
    """Those still to come, and all where none is."""
    rules = [single(each) for each in kept]
    if main.rule:
        to_come = [rule for rule in rules if today <= rule.first_day < today + AHEAD]
        rules = to_come or rules
    if len(rules) > MOST_SINGLE:
        raise TooManyError
    return rules


def _remarks(main, changed, rules: list[Rule], cancelled, today):
    if cancelled:
        yield Remark(Note.CANCELLED, str(cancelled))
    if any(one.title != main.title for one in changed.values()):
        yield Remark(Note.OTHER_TITLES)
    if main.rule and rules[0].frequency is Frequency.ONCE:
        yield Remark(Note.SINGLE_DATES, str(len(rules)))
    last = max((rule.last_day or rule.first_day) for rule in rules)
    if last < today and all(rule.last_day or rule.frequency is Frequency.ONCE for rule in rules):
        yield Remark(Note.PAST)
