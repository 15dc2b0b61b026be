"""Where one signs up, and what one can choose there."""

from django.apps import apps

from blocks.closed import open_pages
from blocks.goal import goal


def sign_up_page():
    """The published page as it is read in the active language, or None; `original` holds what is offered."""
    kind = apps.get_model("newsletters", "NewsletterIndexPage")  # a floor above: it is built on this room
    found = open_pages(kind.objects.select_related("locale")).order_by("path").first()
    return goal(found)


def offered(page):
    """The topics and audiences that one can choose on a sign-up page."""
    original = getattr(page, "original", page)
    return {
        "topics": list(original.topics_offered.all()),
        "audiences": list(original.audiences_offered.all()),
    }


def offered_to(subscriber, page):
    """The same for somebody who has chosen already: nothing of that gets lost."""
    there = offered(page) if page else {"topics": [], "audiences": []}
    return {
        name: list(dict.fromkeys([*terms, *getattr(subscriber, name).all()])) for name, terms in there.items()
    }
