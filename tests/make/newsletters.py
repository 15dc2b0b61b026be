"""The newsletter and its issues, with as little as they need."""

from datetime import date

from pages.newsletters.models import Item, NewsletterIndexPage, NewsletterPage
from pages.newsletters.streams import LetterStream


def newsletter(parent, title="Newsletter", slug="newsletter", **fields):
    """The published page of the newsletter, at /de/newsletter/."""
    return parent.add_child(instance=NewsletterIndexPage(title=title, slug=slug, **fields))


def issue(parent, title="Newsletter Dezember", about=(), body=(), first=None, last=None, **fields):
    """A published issue that tells of these pages, or of (page, fields of its item)."""
    made = NewsletterPage(title=title, body=letter(*body), **fields)
    made.first_day, made.last_day = first and date.fromisoformat(first), last and date.fromisoformat(last)
    made.items = [item(each, number) for number, each in enumerate(about)]
    return parent.add_child(instance=made)


def item(about, number=0):
    page, fields = about if isinstance(about, tuple) else (about, {})
    return Item(about=page.page_ptr, sort_order=number, **fields)


def letter(*bricks):
    """What somebody stacked in an issue: (brick, value), or only the name of a section."""
    stacked = [each if isinstance(each, tuple) else (each, {}) for each in bricks]
    return LetterStream().to_python(
        [
            {"type": name, "value": value, "id": f"brick-{place}"}
            for place, (name, value) in enumerate(stacked)
        ]
    )
