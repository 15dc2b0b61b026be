"""Pages in other languages, in as few words as possible."""

from bs4 import BeautifulSoup
from wagtail.models import Locale

UNSEEN = ("title", "script", "style", "option")


def locale(code):
    return Locale.objects.get_or_create(language_code=code)[0]


def translated(page, code, title=None, **fields):
    """The published translation of a page, with drafts above it where those are not translated."""
    spoken = locale(code)
    copy = page.get_translation_or_none(spoken) or page.copy_for_translation(spoken, copy_parents=True)
    copy = copy.specific
    for name, value in {"title": title or page.title, **fields}.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def languages_of(html, words):
    """The languages in which a document says these words: of each place, what is written next above it."""
    page = BeautifulSoup(html, "html.parser")
    places = page.find_all(string=lambda text: words in text and text.parent.name not in UNSEEN)
    return [place.find_parent(attrs={"lang": True})["lang"] for place in places]
