"""The lists of topics and audiences, in the menu "Our house"."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.topics.models import Audience, Topic


@register_snippet
class TopicViewSet(SnippetViewSet):
    """All topics with the name that stands in addresses."""

    model = Topic
    icon = "tag"
    menu_hook = "register_house_menu_item"
    menu_order = 50
    list_display = ["__str__", "slug"]


@register_snippet
class AudienceViewSet(SnippetViewSet):
    """Sorted by dragging: the finder asks "for whom?" in this order."""

    model = Audience
    icon = "group"
    menu_hook = "register_house_menu_item"
    menu_order = 55
    list_display = ["__str__", "slug"]
    sort_order_field = ordering = "sort_order"
