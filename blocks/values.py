"""What the centre stands for, and a reminder of it elsewhere."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.blanks import blanks
from blocks.closed import open_pages
from blocks.goal import GoalBlock, goal
from blocks.groups import CENTRE
from blocks.outline import anchors
from blocks.outlined import SKELETON, headings
from blocks.picture import ConsentedImageBlock


class ValueBlock(blocks.StructBlock):
    """One value: a title, a short statement, and what it means in practice."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    statement = blocks.TextBlock(
        label=_("short statement"),
        required=False,
        default="",
        max_length=300,
        help_text=_("One sentence to remember."),
    )
    points = blocks.ListBlock(
        blocks.TextBlock(label=_("point"), max_length=500),
        label=_("what it means"),
        min_num=0,
        max_num=24,
        default=[],
        help_text=_("What you do because of it: one sentence each."),
    )
    picture = ConsentedImageBlock(label=_("picture"), required=False)

    class Meta:
        template = "blocks/value.html"
        icon = "pick"
        group = CENTRE
        label = _("Value")
        label_format = "{title}"
        description = _("A value with a short statement and what it means in practice.")
        preview_value = {
            "title": _("Openness"),
            "statement": _("Everyone is welcome."),
            "points": [_("We ask what people need.")],
        }


class ValuesPageBlock(GoalBlock):
    """The page with the values, which are shown too."""

    leads_on = True

    def __init__(self, **kwargs):
        super().__init__(page_type="values.ValuesPage", **kwargs)

    def streams(self, thing):
        return [thing.shown.values] if thing.shown else []


class ValuesBlock(blocks.StructBlock):
    """The centre's values as a calm band, each with one sentence and a link to more."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    page = ValuesPageBlock(label=_("page with the values"))

    class Meta:
        template = "blocks/values.html"
        icon = "pick"
        group = CENTRE
        label = _("Our values")
        description = _("The values in one sentence each, with links to the page about them.")

    def get_preview_value(self):
        page = open_pages(apps.get_model("values.ValuesPage").objects.live()).first()
        return self.normalize({"title": _("What we stand for"), "page": page})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = goal(value.get("page"))
        return {
            **context,
            "goal": page,
            "values": named_values(page.values, page.introduction) if page else [],
        }


def named_values(values, introduction=()):
    """Each value with its name for links: (anchor, brick). No name is used by a heading above them."""
    shown = [child for child in values if not blanks(child.value["title"])]
    taken = {anchor for anchor, _heading in headings(introduction)} | SKELETON
    return list(zip(anchors((child.value["title"] for child in shown), taken), shown, strict=True))
