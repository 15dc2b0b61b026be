"""A post in the reader's words: how long, in which languages, what one gets back, until when."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext

from pages.easy.language import is_easy
from pages.glance import Fact, Line
from pages.phrasing import capital, dated, listed


def hours(post) -> str:
    """`1 Stunde in der Woche`, `2,5 Stunden in der Woche`; nothing where nobody has said."""
    if not post.hours:
        return ""
    number = post.hours.normalize()
    if number == int(number):
        words = ngettext("%(number)s hour a week", "%(number)s hours a week", int(number))
    else:
        # Many languages have a form of its own for fractions, and gettext knows whole numbers only.
        words = npgettext(
            "a number with a fraction",
            "%(number)s hours a week",
            "%(number)s hours a week",
            int(number),
        )
    return words % {"number": number_format(f"{number:f}")}


def closed(post) -> str:
    """Why one cannot apply any more."""
    if not post.is_open:
        return _("This task is taken.")
    return _("This task was open until %(day)s.") % {"day": dated(post.open_until)}


def at_a_glance(post) -> list[Line]:
    """All that is known of a post, in the order in which one would ask."""
    lines = [
        Line("check", _("Still open"), (_how_long_open(post),)),
        Line("clock", _("How much time?"), (hours(post),)),
        Line("chat", _("Languages"), tuple(post.tongues) if is_easy() else (listed(post.tongues),)),
        Line("euro", _("Expenses"), (capital(post.get_expenses_display()),)),
    ]
    return [line for line in lines if any(line.words)]


def facts(post) -> list[Fact]:
    """The few facts by which one chooses among several posts."""
    languages = listed(post.tongues)
    said = [
        ("clock", hours(post)),
        ("chat", languages and _("Languages: %(languages)s") % {"languages": languages}),
        ("euro", capital(post.get_expenses_display())),
        ("calendar", _open_until(post)),
    ]
    return [Fact(sign, words) for sign, words in said if words]


def _how_long_open(post):
    if not post.is_open_now:
        return ""
    if not post.open_until:
        return _("until somebody was found")
    return pgettext("a task is open", "until %(day)s") % {"day": dated(post.open_until)}


def _open_until(post):
    if not (post.open_until and post.is_open_now):
        return ""
    return _("Open until %(day)s") % {"day": dated(post.open_until)}
