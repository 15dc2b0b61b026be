"""Standard sentences: what an announcement says in every language without being translated."""

from django.utils.translation import get_language

from pages.announcements.choices import Sentence
from pages.offers.asking import told_dates

OF_A_DATE = (Sentence.CANCELLED, Sentence.MOVED)
SAY_TODAY = (Sentence.CLOSED_TODAY, Sentence.CLOSES_EARLY)
"""Those with the word “today” in them."""


def sentence_of(page):
    """The standard sentence of an announcement in the active language; of a date what has become of it.

    It may hold elements that tell the language of a title. Where everybody must not know of the date (any
    more), the sentence stands without it.
    """
    date = date_of(page) if page.sentence in OF_A_DATE else None
    return date.headline if date else str(Sentence(page.sentence).label)


def tells_of_a_date(page) -> bool:
    """Whether the calendar says what is so: then nothing else does, in no language."""
    return bool(page.event and page.sentence in OF_A_DATE)


def look_up(pages):
    """Look up the dates that these announcements tell of, all at once, in the active language."""
    asked = {(page.event, page.date) for page in pages if page.event and page.date}
    found, language = told_dates(asked), get_language()
    for page in pages:
        page.told_date = language, found.get((page.event, page.date))


def date_of(page):
    """The date that an announcement tells of as everybody may know it, or None."""
    if getattr(page, "told_date", ("",))[0] != get_language():
        look_up([page])
    return page.told_date[1]
