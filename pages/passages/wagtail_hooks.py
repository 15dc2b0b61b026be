"""The list of reusable content, in the menu "Our house"."""

from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.passages.models import Passage


@register_snippet
class PassageViewSet(SnippetViewSet):
    """By name, with the day of the last change."""

    model = Passage
    icon = "copy"
    menu_hook = "register_house_menu_item"
    menu_order = 40
    list_display = ["name", UpdatedAtColumn(), LiveStatusTagColumn()]
