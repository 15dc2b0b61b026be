"""Pages, found by a question in plain words."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page, get_page_models

from blocks.blanks import filled
from blocks.closed import open_pages
from blocks.goal import GoalBlock
from blocks.groups import STRUCTURE
from blocks.in_full import in_full, without_bricks
from blocks.originals import ITS_LANGUAGE, at_or_below, originals
from blocks.reading import as_read
from blocks.together import KnownThingBlock

ORDERS = {"newest": "-first_published_at", "title": "title", "tree": "path"}


def kinds_of_page():
    """Every kind of page an editor can add, by name."""
    kinds = [
        model for model in get_page_models() if model.is_creatable and model.__module__.startswith("pages.")
    ]
    return [(model._meta.label_lower, model._meta.verbose_name_plural) for model in kinds]


class ListingBlock(blocks.StructBlock):
    """A list of pages that keeps itself up to date."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    kind = blocks.ChoiceBlock(
        kinds_of_page,
        label=_("which kind of page?"),
        required=False,
        search_index=False,
        help_text=_("Empty: any."),
    )
    topic = KnownThingBlock(
        "topics.Topic", label=_("about which topic?"), required=False, help_text=_("Empty: any.")
    )
    below = GoalBlock(label=_("below which page?"), required=False, help_text=_("Empty: anywhere."))
    count = blocks.IntegerBlock(label=_("how many at most?"), default=6, min_value=1, max_value=24)
    order = blocks.ChoiceBlock(
        [("tree", _("as in the menu")), ("newest", _("newest first")), ("title", _("by title"))],
        default="tree",
        search_index=False,
        label=_("in which order?"),
    )
    look = blocks.ChoiceBlock(
        [
            ("cards", _("cards with pictures")),
            ("lines", _("lines with summaries")),
            ("links", _("links only")),
        ],
        default="cards",
        search_index=False,
        label=_("how should it look?"),
    )

    class Meta:
        template = "blocks/listing.html"
        icon = "list-ul"
        group = STRUCTURE
        label = _("List of pages")
        label_format = "{title}"
        description = _("Lists pages by kind, topic and place, always up to date.")
        preview_value = {"title": _("More from the house"), "count": 3, "order": "newest", "look": "lines"}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return {**context, "pages": found(value, context.get("page"))}


def found(value, here=None):
    """The published pages open to all that a listing asks for, as readers meet them.

    Three queries at most where one kind of page is asked for, else four.
    """
    kind = _models().get(value.get("kind"), Page)
    pages = originals(open_pages(kind.objects.filter(depth__gt=2)))
    if isinstance(here, Page):
        pages = pages.exclude(translation_key=here.translation_key)
    if below := value.get("below"):
        places = Page.objects.filter(translation_key=below.translation_key).values_list("path", flat=True)
        pages = pages.filter(at_or_below(places)).exclude(translation_key=below.translation_key)
    if topic := value.get("topic"):
        pages = pages.filter(_about(topic, [kind] if kind is not Page else _models().values()))
    pages = pages.order_by(ORDERS.get(value.get("order"), "path"), "path").annotate(language=ITS_LANGUAGE)
    pages = pages[: value.get("count") or 6]
    if kind is not Page:
        pages = without_bricks(pages)
    elif value.get("look") != "links":
        pages = in_full(pages).values()
    return [page for page in as_read(pages) if filled(page.title)]


def _models():
    return {model._meta.label_lower: model for model in get_page_models()}


def _about(topic, kinds):
    """Pages of these kinds about a topic."""
    kinds = [kind for kind in kinds if hasattr(kind, "topics")]
    return reduce(
        or_, (Q(pk__in=kind.objects.filter(topics=topic).values("pk")) for kind in kinds), Q(pk=None)
    )
