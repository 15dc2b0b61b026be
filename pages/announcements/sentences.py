"""Standard sentences: what an announcement says in every language without being translated."""

from django.utils.html import format_html
from django.utils.translation import get_language, pgettext

from pages.announcements.choices import Sentence
from pages.offers.asking import told_dates
from pages.wording import marked

OF_A_DATE = (Sentence.CANCELLED, Sentence.MOVED)


def sentence_of(page):
    """The standard sentence of an announcement in the active language; of a date with what became of it.

    It may hold elements that tell the language of a title. Where everybody must not know of the date (any
    more), the sentence stands without it.
    """
    date = date_of(page) if page.sentence in OF_A_DATE else None
    words = Sentence(page.sentence).label
    if date is None:
        return str(words)
    state = {
        Sentence.CANCELLED: pgettext("state of a date", "cancelled"),
        Sentence.MOVED: date.became or pgettext("state of a date", "moved"),
    }
    pattern = pgettext("what became of a date", "{title}, {when}: {state}")
    title = marked(date.title, date.language)
    return format_html(pattern, title=title, when=date.when, state=state[page.sentence])


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
