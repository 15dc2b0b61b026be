"""Who may say something urgent to everybody, where it is put, and which notices somebody may end."""

from wagtail.models import PageLogEntry

from blocks.closed import open_pages
from blocks.originals import originals
from pages.announcements.models import NewsPage

PERMISSION = "announcements.add_urgent_notice"
MADE = "announcements.urgent"
"""The log action of a notice that was made by the short form: whoever may make one may end it, too."""


def may_announce(user) -> bool:
    return user.is_active and user.has_perm(PERMISSION)


def may_change(user, page) -> bool:
    """Whether somebody may end an announcement now, or let it go on."""
    if page.permissions_for_user(user).can_publish():
        return True
    return may_announce(user) and page.pk in made_by_form([page])


def made_by_form(pages) -> set:
    """The keys of those of these pages that somebody made in a hurry. One query."""
    entries = PageLogEntry.objects.filter(action=MADE, page__in=[page.pk for page in pages])
    return set(entries.values_list("page_id", flat=True))


def news_of(house) -> NewsPage | None:
    """The list of news that everybody may read; None where there is none."""
    if not house.homes:
        return None
    return originals(open_pages(NewsPage.objects.descendant_of(house.homes[0]))).order_by("path").first()
