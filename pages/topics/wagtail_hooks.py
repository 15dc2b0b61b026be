"""The list of topics, in the menu "Our house"."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.topics.models import Topic


@register_snippet
class TopicViewSet(SnippetViewSet):
    """All topics with the name that stands in addresses."""

    model = Topic
    icon = "tag"
    menu_hook = "register_house_menu_item"
    menu_order = 50
    list_display = ["__str__", "slug"]
