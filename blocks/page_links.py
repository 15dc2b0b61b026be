"""Links to pages inside running text: found in what is stored, and where they lead today."""

import re

from wagtail.models import Page

from blocks.goal import chosen, goal

LINK = re.compile(r'<a\b(?=[^>]*\slinktype="page")(?=[^>]*\sid="(\d+)")[^>]*>')


def linked_pages(stored) -> set[int]:
    """The primary keys of all pages that texts in stored content link to."""
    return {int(key) for key in LINK.findall(str(stored))}


def addresses(keys) -> dict[int, str]:
    """Where links to these pages lead: one query. Those that are not published are missing."""
    keys = list(keys)
    goals = ((key, goal(page)) for key, page in zip(keys, chosen(Page.objects.all(), keys), strict=True))
    return {key: page.url for key, page in goals if page and page.url} if keys else {}
