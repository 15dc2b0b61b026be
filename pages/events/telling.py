"""When an event takes place, as its own page says it: the series, what is left out, what changes next."""

from dataclasses import replace
from datetime import date, time, timedelta

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.events import spoken
from pages.events.choices import OnClosedDays, State
from pages.events.recurrence import Frequency, days, slot_on
from pages.events.sentences import sentence
from pages.events.spoken import Status, local
from pages.events.wall import on_the_wall
from pages.offers.choices import Registration
from pages.offers.spoken import told
from pages.phrasing import because, capital, dated, joined, remark

FEW = 3
"""So many single dates are told one by one, more are counted."""
FEW_LEFT_OUT = 5


def rhythms(event, dates, today: date) -> list:
    """`Jeden Donnerstag, 18:15–20 Uhr` for each series that goes on, and the single dates ahead."""
    series = series_going_on(event, dates, today)
    return [*series, *_singles(dates, bool(series), today)]


def series_going_on(event, dates, today: date) -> list:
    """Each series that has dates among those to come, or begins only later."""
    lines = [line for line in event.lines_in_order if line.frequency != Frequency.ONCE]
    return [_series(line, event, today) for line in lines if _goes_on(line.rule, dates.coming, today)]


def exceptions(event, today: date) -> list:
    """On which days a series does not take place, as far as one can say it in short."""
    if all(line.frequency == Frequency.ONCE for line in event.lines_in_order):
        return []
    found = []
    if event.skips_school_holidays:
        found.append(_("Not in the school holidays."))
    if event.skips_public_holidays:
        found.append(_("Not on public holidays."))
    if event.on_closed_days == OnClosedDays.SKIP:
        found.append(_("Not while the house is closed."))
    left_out = sorted(each.day for each in event.left_out.all() if each.day >= today)
    if 0 < len(left_out) <= FEW_LEFT_OUT:
        found.append(_("Not on %(days)s.") % {"days": joined([_short(each, today) for each in left_out])})
    return [" ".join(found)] if found else []


def _short(day, today):
    return dated(day, "MONTH_DAY_FORMAT" if day.year == today.year else "DATE_FORMAT")


def when(occurrence, now):
    """`Donnerstag, 14. Mai, 18:15–20 Uhr`, struck through where it does not take place then."""
    words = spoken.when(occurrence, local(now).date())
    return words if occurrence.state == State.SCHEDULED else format_html("<s>{}</s>", words)


def doors(event, occurrence=None) -> time | None:
    """When one can come in; nothing for a date at another hour than usual."""
    if event.doors is None or occurrence is None:
        return event.doors
    hour = local(occurrence.starts).time()
    as_usual = not occurrence.is_whole_day and hour == local(occurrence.original).time()
    return event.doors if as_usual and event.doors <= hour else None


def deadline(event, occurrence) -> date | None:
    """The last day on which one can register for a date."""
    if event.registration == Registration.NONE or event.registration_days is None:
        return None
    return local(occurrence.starts).date() - timedelta(days=event.registration_days)


def banner(dates) -> list[Status]:
    """What has to be known first: of the date that a page is about, else of the next one."""
    today = local(dates.now).date()
    if dates.shown:
        return [*_of_one(dates.shown, dates.now)]
    if not dates.coming:
        return [Status("over", "info", _("No further dates are fixed at the moment."))]
    one = dates.first
    found = list(_of_one(one, dates.now))
    when = spoken.when(one, today)
    return [
        replace(each, words=format_html(_("Next date, {when}: {state}"), when=when, state=each.words))
        for each in found
    ]


def _of_one(one, now):
    """Each state with the reason behind the first; and that it is over."""
    why = spoken.reason(one)
    for number, status in enumerate(spoken.statuses(one, now)):
        words = status.words if number else because(status.words, why)
        yield replace(status, words=words)
    if one.until <= now and one.state != State.POSTPONED:
        yield Status("over", "info", _("This date is over."))


def _goes_on(rule, coming, today):
    if rule.first_day > today:
        return True
    ahead = {on_the_wall(one.original) for one in coming if not one.is_single}
    if not ahead:
        return False
    # How often it takes place counts what nobody knows here: the days that are skipped.
    possible = days(replace(rule, count=None), min(ahead).date(), max(ahead).date())
    return any(slot_on(rule, day).starts in ahead for day in possible)


def _series(line, event, today):
    words = capital(sentence(line.rule))
    if line.first_day > today:
        first = spoken.limit(line.first_day, today)
        words = format_html(_("from {day}: {series}"), day=first, series=words)
    if line.room and line.room_id != event.room_id:
        words = remark(words, told(line.room.name))
    return words


def _singles(dates, beside_a_series, today):
    """Single dates as they will be, from the table of dates; struck ones are told elsewhere."""
    if dates.only:
        return [when(dates.only, dates.now)]
    singles = [one for one in dates.coming if one.is_single and one.state == State.SCHEDULED]
    if len(singles) <= FEW:
        return [spoken.when(one, today) for one in singles]
    words = (
        ngettext("and on %(number)d single date", "and on %(number)d single dates", len(singles))
        if beside_a_series
        else ngettext("on %(number)d date", "on %(number)d dates", len(singles))
    )
    return [words % {"number": len(singles)}]
