"""What an editor still has to fill in: found in the draft of any page, listed above its form."""

import json
from collections.abc import Iterator

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.models import Page

from blocks.blanks import blanks


def blanks_of(page: Page) -> list[str]:
    """Each unfilled blank of a page, as it is in memory, once."""
    return _listed(page.serializable_data(), page.texts)


def drafts_with_blanks(pages) -> Iterator[tuple[Page, list[str]]]:
    """Those of a queryset of pages whose latest draft has blanks, each with its blanks."""
    suspects = pages.annotate(draft=Cast("latest_revision__content", TextField()))
    suspects = suspects.filter(Q(draft__contains="[[") | Q(latest_revision=None))
    for page in suspects.select_related("latest_revision").order_by("path").specific():
        revision = page.latest_revision
        content = revision.content if revision else page.serializable_data()
        if found := _listed(content, getattr(page, "texts", [])):
            yield page, found


def _listed(content, names):
    return list(
        dict.fromkeys(
            blank for name in names for text in _strings(content.get(name)) for blank in blanks(text)
        )
    )


def _strings(data) -> Iterator[str]:
    """Every text in stored data; a body is stored as JSON in a string."""
    if isinstance(data, str) and data.startswith("["):
        data = _bricks(data) or data
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _strings(part)


def _bricks(text):
    """The bricks of a stored body; nothing where a text only looks like one, such as `[[2024]]`."""
    try:
        bricks = json.loads(text)
    except ValueError:
        return []
    return bricks if all(isinstance(brick, dict) for brick in bricks) else []


class BlanksPanel(Panel):
    """The blanks of the saved draft, on top of its form; nothing where there are none."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/blanks.html"

        def is_shown(self):
            return bool(self.instance.pk and blanks_of(self.instance))

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "blanks": blanks_of(self.instance)}


def blanks_panel():
    return BlanksPanel(heading=_("Still to be filled in"), icon="warning")
