"""Links to pages inside running text: found in what is stored, and where they lead today."""

import re

from wagtail.models import Page

from blocks.goal import chosen, goal

LINK = re.compile(r'<a\b(?=[^>]*\slinktype="page")(?=[^>]*\sid="(\d+)")[^>]*>')


def linked_pages(stored) -> set[int]:
    """The primary keys of all pages that texts in stored content link to."""
    return {int(key) for key in LINK.findall(str(stored))}


def addresses(keys, fetched=None) -> dict[int, str]:
    """Where links to these pages lead. Those that are not published are missing.

    One query, unless all of them were fetched before: chosen pages by key.
    """
    fetched = fetched or {}
    others = [key for key in keys if key not in fetched]
    fetched = {**fetched, **dict(zip(others, chosen(Page.objects.all(), others), strict=True))}
    goals = {key: goal(fetched[key]) for key in keys}
    return {key: page.url for key, page in goals.items() if page and page.url}
