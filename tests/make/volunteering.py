"""Posts for volunteers, and the page that lists them."""

from datetime import date

from pages.volunteering.models import VolunteeringPage, VolunteerPostPage


def volunteering(parent, title="Ehrenamt", slug="ehrenamt", **fields):
    """The page that lists all posts."""
    return parent.add_child(instance=VolunteeringPage(title=title, slug=slug, **fields))


def post(index, title="Vorlesen", until=None, **fields):
    """A published post; `until` as "2026-06-30"."""
    until = until and date.fromisoformat(until)
    return index.add_child(instance=VolunteerPostPage(title=title, open_until=until, **fields))
