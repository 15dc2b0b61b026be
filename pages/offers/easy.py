"""The facts of an offer as Leichte Sprache tells them: questions, each fact in a sentence or line of its own.

No brackets and no lists in one line. Words that no other language needs have the context “Leichte Sprache”.
"""

from dataclasses import replace

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.glance import Line
from pages.money import euros
from pages.offers.choices import Cost, Per
from pages.places.spoken import floor
from pages.wording import marked

ORDER = ("clock", "calendar", "pin", "external", "euro", "users", "train", "accessibility", "lift")
ORDER += ("door", "phone", "mail", "file", "chat")
"""What one asks first, by the signs of the lines; the rest follows as it comes."""


def arranged(lines: list[Line]) -> list[Line]:
    """The same lines in the order of the questions, the way there as a question of its own."""
    apart = [part for line in lines for part in _parted(line)]
    return sorted(apart, key=lambda line: ORDER.index(line.sign) if line.sign in ORDER else len(ORDER))


def _parted(line):
    yield replace(line, details=())
    if line.details:
        summary, words = line.details
        yield Line("train", summary, tuple(words))


def for_whom(offer) -> tuple:
    """One audience in a line."""
    names = [marked(each.name.text, each.name.language) for each in offer.audiences.all()]
    return tuple(names) or (_("everybody"),)


def where(offer, place) -> tuple:
    """Room, floor, house, street and city, a line each."""
    words = []
    if offer.room:
        words += [marked(offer.room.name.text, offer.room.name.language), floor(offer.room)]
    words.append(marked(place.name.text, place.name.language))
    return tuple(filter(None, [*words, place.street, f"{place.postal_code} {place.city}".strip()]))


def cost(offer) -> tuple:
    """`Sie zahlen 5 Euro für jedes Mal.`"""
    if offer.is_free:
        give = (
            (pgettext("Leichte Sprache", "You can donate something."),) if offer.cost == Cost.DONATION else ()
        )
        return _no_money(), *give
    if offer.cost == Cost.ON_REQUEST or offer.price is None:
        return (pgettext("Leichte Sprache", "Please ask us for the price."),)
    words = UNITS[offer.price_per]() % {"price": euros(offer.price)}
    return (words,) if offer.reduced_price is None else (words, _with_little_money(offer.reduced_price))


def _with_little_money(price):
    asked = pgettext("Leichte Sprache", "Do you have little money?")
    if not price:
        return format_html("{} {}", asked, _no_money())
    told = pgettext("Leichte Sprache", "Then you pay %(price)s.") % {"price": euros(price)}
    return f"{asked} {told}"


def _no_money():
    """What is not so is marked, so that nobody reads past it."""
    return format_html(
        pgettext("Leichte Sprache", "It costs {no} money."),
        no=format_html("<b>{}</b>", pgettext("Leichte Sprache", "no")),
    )


UNITS = {
    Per.VISIT: lambda: pgettext("Leichte Sprache", "You pay %(price)s each time."),
    Per.MONTH: lambda: pgettext("Leichte Sprache", "You pay %(price)s per month."),
    Per.COURSE: lambda: pgettext("Leichte Sprache", "You pay %(price)s for the whole course."),
}
