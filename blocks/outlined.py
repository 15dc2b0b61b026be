"""A stack of bricks whose headings continue the page's outline."""

from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.blanks import blanks
from blocks.guarded import GuardedStream
from blocks.outline import DEEPEST, anchors, skips
from blocks.page_links import addresses, linked_pages

# Names that templates/base.html and its components give to places of their own; a test compares the two.
SKELETON = {
    "address-feed",
    "address-ics",
    "angebote",
    "archiv",
    "at-a-glance",
    "audiences",
    "beside-title",
    "content",
    "data",
    "dates",
    "ergebnis",
    "faults",
    "faults-title",
    "filter-art",
    "filter-q",
    "filter-thema",
    "footer-funders",
    "footer-more",
    "footer-visit",
    "frame-text",
    "funding",
    "glance",
    "in-this-area",
    "issues",
    "kalender",
    "leave",
    "meldungen",
    "more-about-rooms",
    "open-posts",
    "opening-hours",
    "our-values",
    "plaetze",
    "q-homepage",
    "raeume",
    "related",
    "search",
    "termine",
    "today",
    "which-room",
}


class OutlinedStream(GuardedStream):
    """Tells each brick how deep in the outline it stands, and refuses to publish a skipped level.

    Bricks find in their template: `level`, the level for a heading of their own; `anchor`, the name
    of a heading brick; `contents`, all heading bricks as (anchor, text, level).
    """

    def clean(self, value):
        errors, others = {}, None
        try:
            cleaned = super().clean(value)
        except StreamBlockValidationError as error:
            errors, others = error.block_errors, error.non_block_errors
        if not self.is_deferred_validation:
            errors = {**_skipped_levels(value), **errors}
        if errors or others:
            raise StreamBlockValidationError(block_errors=errors, non_block_errors=others)
        return cleaned

    def render_basic(self, value, context=None):
        context = context or {}
        level = context.get("level", 2) - 1
        found = headings(value)
        names = {id(child): anchor for anchor, child in found}
        contents = [(anchor, child.value["text"], child.value["level"]) for anchor, child in found]
        linked = linked_pages(value.get_prep_value()) - set(context.get("addresses", ()))
        known = {**context.get("addresses", {}), **addresses(linked, context.get("fetched"))}
        context = {**context, "addresses": known}
        parts = []
        for child in value:
            if id(child) in names:
                level = child.value["level"]
            place = {"level": min(level + 1, DEEPEST), "anchor": names.get(id(child)), "contents": contents}
            parts.append((child.render({**context, **place, "id": child.id}),))
        return format_html_join("\n", "{}", parts)


def headings(stream):
    """The heading bricks that readers see, each with its name for links: (anchor, brick)."""
    shown = [
        child
        for child in (stream.blocks_by_name("heading") if stream else ())
        if not blanks(child.value["text"])
    ]
    return list(zip(anchors((child.value["text"] for child in shown), SKELETON), shown, strict=True))


def _skipped_levels(stream):
    """An error for each heading more than one level below the one before, by its place in the stack."""
    found = [(place, child.value) for place, child in enumerate(stream) if child.block_type == "heading"]
    fault = StructBlockValidationError(block_errors={"level": ValidationError(SKIPPED_LEVEL)})
    return {found[wrong][0]: fault for wrong in skips(heading["level"] for _place, heading in found)}


SKIPPED_LEVEL = _("A level is skipped here. Choose the next larger heading, or put one above.")
