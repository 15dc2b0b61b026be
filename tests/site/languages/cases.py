"""What is said in every language, by the names that stand in `generated/<code>.txt`. No database."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from types import SimpleNamespace

from django.utils.translation import ngettext, override

from pages.centre import spoken as hours
from pages.centre.opening import Notice, Status
from pages.events import spoken
from pages.events.choices import Reason, State
from pages.events.looking import words
from pages.events.looking.spans import DAY, MONTH, WEEK, WEEKEND
from pages.events.recurrence import LAST, Frequency, Rule
from pages.events.sentences import sentence
from pages.money import euros
from pages.offers import spoken as offered
from pages.offers.choices import Cost, Per, Registration
from pages.partners.spoken import period
from pages.phrasing import because, capital, joined, labelled, listed, remark
from pages.places import spoken as places
from pages.services import spoken as services
from pages.volunteering.spoken import hours as hours_a_week
from pages.wording import plain

NUMBERS = (0, 1, 2, 3, 5, 11, 21, 22, 100)
TODAY = date(2026, 5, 1)
NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
MOMENT = datetime(2026, 5, 14, 16, 15, tzinfo=UTC)
END = datetime(2026, 5, 14, 18, tzinfo=UTC)


def series(frequency, first_day=date(2026, 1, 1), **fields):
    return lambda: sentence(Rule(first_day, frequency, **fields))


def occurrence(**fields):
    """One date as the table has it: the evening of 14 May."""
    usual = {"starts": MOMENT, "original": MOMENT, "ends": END, "until": END, "is_whole_day": False}
    usual |= {"state": State.SCHEDULED, "is_full": False, "is_moved": False, "has_other_room": False}
    return SimpleNamespace(**usual | {"reason": "", "reason_note": None, "moved_to": None} | fields)


def states(**fields):
    return lambda: next(status.words for status in spoken.statuses(occurrence(**fields), NOW))


def status(is_open, day, at):
    changes = datetime.combine(day, at)
    return lambda: hours.change(Status(is_open, changes), datetime(2026, 5, 1, 8))


def offer(**fields):
    usual = {"cost": Cost.FIXED, "price": Decimal("3.50"), "price_per": Per.VISIT, "reduced_price": None}
    offer = SimpleNamespace(**usual | fields)
    offer.is_free = False
    return lambda: offered.cost(offer)


def counted(one, many, name="count"):
    return {
        f"{many}, {number}": lambda number=number: ngettext(one, many, number) % {name: number}
        for number in NUMBERS
    }


def registration(days):
    facts = SimpleNamespace(registration=Registration.PHONE, registration_days=days, helps_to_register=False)
    return lambda: offered.registration(facts)[1]


MONTHLY, BY_WEEKDAY = Frequency.MONTHLY, Frequency.MONTHLY_BY_WEEKDAY
EVENING = {"starts": time(18, 15), "ends": time(20)}
ELSEWHERE = datetime(2026, 5, 15, 15, tzinfo=UTC)
THREE_DAYS = {"ends": datetime(2026, 5, 16, 12, tzinfo=UTC), "until": datetime(2026, 5, 16, 12, tzinfo=UTC)}

CASES = {
    "once": series(Frequency.ONCE, **EVENING),
    "three days from": series(Frequency.ONCE, more_days=2, starts=time(18, 15)),
    "every day": series(Frequency.DAILY),
    "every 2 days": series(Frequency.DAILY, interval=2),
    "every 5 days": series(Frequency.DAILY, interval=5),
    "every 21 days": series(Frequency.DAILY, interval=21),
    "every Wednesday": series(Frequency.WEEKLY, weekdays=(3,), **EVENING),
    "every Tuesday and Friday": series(Frequency.WEEKLY, weekdays=(2, 5)),
    "every 2 weeks": series(Frequency.WEEKLY, interval=2, weekdays=(1, 2, 3)),
    "every 21 weeks": series(Frequency.WEEKLY, interval=21, weekdays=(6,)),
    "1st and last Monday": series(BY_WEEKDAY, weekdays=(1,), positions=(1, LAST)),
    "last Monday and Wednesday": series(BY_WEEKDAY, weekdays=(1, 3), positions=(LAST,)),
    "every 5 months 2nd Wednesday": series(BY_WEEKDAY, interval=5, weekdays=(3,), positions=(2,)),
    "1st, 15th and last": series(MONTHLY, positions=(1, 15, LAST)),
    "every 2 months 1st and 22nd": series(MONTHLY, interval=2, positions=(1, 22)),
    "every year": series(Frequency.YEARLY, first_day=date(2026, 3, 1)),
    "every 2 years": series(Frequency.YEARLY, interval=2, first_day=date(2026, 3, 3)),
    "every 5 years": series(Frequency.YEARLY, interval=5, first_day=date(2026, 3, 3)),
    "every 21 years": series(Frequency.YEARLY, interval=21, first_day=date(2026, 3, 3)),
    "until a day": series(Frequency.DAILY, count=3, last_day=date(2027, 5, 1)),
    "a day": lambda: spoken.day(date(2026, 5, 1), TODAY),
    "a day of next year": lambda: capital(spoken.day(date(2027, 5, 14), TODAY)),
    "three days": lambda: spoken.when(occurrence(**THREE_DAYS), TODAY),
    "until the last day": lambda: spoken.lasts(occurrence(**THREE_DAYS), TODAY),
    "until an hour": lambda: spoken.lasts(occurrence(), TODAY),
    "from an hour": lambda: spoken.clock(occurrence(ends=None)),
    "on the board": lambda: spoken.on_the_board(occurrence(), date(2026, 5, 15)),
    "in a box": lambda: spoken.begins(occurrence(), date(2026, 5, 14)),
    "the month": lambda: words.named(MONTH, date(2026, 5, 1), date(2026, 5, 31)),
    "the week": lambda: words.named(WEEK, date(2026, 4, 27), date(2026, 5, 3)),
    "the weekend": lambda: words.named(WEEKEND, date(2026, 5, 2), date(2026, 5, 3)),
    "the day": lambda: words.named(DAY, TODAY, TODAY),
    "dates from": lambda: words.since(date(2026, 5, 3)),
    "closed days": lambda: hours.dates(Notice(date(2026, 8, 3), date(2026, 8, 9), ()), TODAY),
    "closed over the year": lambda: hours.dates(Notice(date(2026, 12, 24), date(2027, 1, 1), ()), TODAY),
    "opening days": lambda: services.days((1, 2, 3, 5)),
    "opening hours": lambda: hours.spans([(time(9), time(12)), (time(14, 30), time(0))]),
    "open until": status(True, TODAY, time(18)),
    "opens today": status(False, TODAY, time(9, 30)),
    "opens tomorrow": status(False, date(2026, 5, 2), time(9)),
    "opens on Wednesday": status(False, date(2026, 5, 6), time(9)),
    "opens later": status(False, date(2026, 5, 20), time(9)),
    "cancelled": lambda: because(states(state=State.CANCELLED)(), Reason.ILLNESS.label),
    "house closed": states(state=State.CLOSED),
    "postponed": states(state=State.POSTPONED, moved_to=ELSEWHERE),
    "moved": states(is_moved=True, original=ELSEWHERE),
    "other hours": states(is_moved=True),
    "other room": states(is_moved=True, has_other_room=True),
    "full": states(is_full=True),
    "running": lambda: next(iter(spoken.statuses(occurrence(), MOMENT))).words,
    **{f"reason {reason}": lambda reason=reason: reason.label for reason in Reason if reason},
    "a remark": lambda: remark(listed(["A", "B"]), "C"),
    "a label": lambda: labelled("A", "B"),
    "a list": lambda: joined(["A", "B", "C"]),
    "0 euros": lambda: euros(Decimal(0)),
    "5 euros": lambda: euros(Decimal(5)),
    "5.50 euros": lambda: euros(Decimal("5.50")),
    "price": offer(reduced_price=Decimal(2)),
    "price a month": offer(price=Decimal(20), price_per=Per.MONTH),
    "price of the course": offer(price=Decimal(60), price_per=Per.COURSE),
    "donation": offer(cost=Cost.DONATION),
    "period": lambda: period(date(2019, 3, 1), date(2026, 3, 31), TODAY),
    "since": lambda: period(date(2019, 3, 1), None, TODAY),
    "coming": lambda: period(date(2026, 12, 15), None, TODAY),
    "ended": lambda: period(None, date(2025, 12, 31), TODAY),
    "floor": lambda: places.floor(SimpleNamespace(floor=2)),
    "seats": lambda: listed(places.seats(SimpleNamespace(seats_rows=120, seats_tables=80, standing=150))),
    **{
        f"{number} hours a week": lambda number=number: hours_a_week(SimpleNamespace(hours=Decimal(number)))
        for number in ("0.5", "1", "1.5", "2", "2.5", "3", "5", "11", "21", "22", "100")
    },
    **{f"{number} days before": registration(number) for number in NUMBERS},
    **counted("%(count)d date", "%(count)d dates"),
    **counted("%(number)d time", "%(number)d times", "number"),
    **counted("%(number)d place", "%(number)d places", "number"),
    **counted("%(count)d step", "%(count)d steps"),
    **counted("%(count)d service", "%(count)d services"),
    **counted("%(count)d service fits", "%(count)d services fit"),
    **counted("on %(number)d date", "on %(number)d dates", "number"),
    **counted("at least %(count)d place", "at least %(count)d places"),
}


def said(language: str) -> dict[str, str]:
    """Every case in the words of a language, as they are read."""
    with override(language):
        return {name: plain(say()) for name, say in CASES.items()}
