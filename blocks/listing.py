"""Pages, found by a question in plain words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page, get_page_models
from wagtail.snippets.blocks import SnippetChooserBlock

from blocks.groups import STRUCTURE

ORDERS = {"newest": "-first_published_at", "title": "title", "tree": "path"}


def kinds_of_page():
    """Every kind of page an editor can add, by name."""
    kinds = [model for model in get_page_models() if model.is_creatable and model.__module__.startswith("pages.")]
    return [(model._meta.label_lower, model._meta.verbose_name_plural) for model in kinds]


class ListingBlock(blocks.StructBlock):
    """A list of pages that keeps itself up to date."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    kind = blocks.ChoiceBlock(kinds_of_page, label=_("which kind of page?"), required=False, help_text=_("Empty: any."))
    topic = SnippetChooserBlock("topics.Topic", label=_("about which topic?"), required=False)
    below = blocks.PageChooserBlock(label=_("below which page?"), required=False, help_text=_("Empty: anywhere."))
    count = blocks.IntegerBlock(label=_("how many at most?"), default=6, min_value=1, max_value=24)
    order = blocks.ChoiceBlock(
        [("tree", _("as in the menu")), ("newest", _("newest first")), ("title", _("by title"))],
        default="tree",
        label=_("in which order?"),
    )
    look = blocks.ChoiceBlock(
        [("cards", _("cards with pictures")), ("lines", _("lines with summaries")), ("links", _("links only"))],
        default="cards",
        label=_("how should it look?"),
    )

    class Meta:
        template = "blocks/listing.html"
        icon = "list-ul"
        group = STRUCTURE
        label = _("List of pages")
        description = _("Lists pages by kind, topic and place, always up to date.")
        preview_value = {"title": _("More from the house"), "count": 3, "order": "newest", "look": "lines"}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return {**context, "pages": found(value, context.get("page"))}


def found(value, here):
    """The published, public pages that a listing asks for, in one language: that of the page `here`."""
    pages = Page.objects.live().public().filter(depth__gt=2).exclude(pk=getattr(here, "pk", None))
    if locale := getattr(here, "locale_id", None):
        pages = pages.filter(locale_id=locale)
    if below := value.get("below"):
        pages = pages.descendant_of(below.localized)
    models = {model._meta.label_lower: model for model in get_page_models()}
    wanted = [models[value["kind"]]] if value.get("kind") in models else []
    if topic := value.get("topic"):
        about = [model for model in wanted or models.values() if hasattr(model, "topics")]
        ids = [pk for model in about for pk in model.objects.filter(topics=topic).values_list("pk", flat=True)]
        pages = pages.filter(pk__in=ids)
    elif wanted:
        pages = pages.type(*wanted)
    return list(pages.order_by(ORDERS[value.get("order") or "tree"]).specific()[: value.get("count") or 6])
