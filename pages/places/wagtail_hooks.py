"""The lists of places and rooms, in the menu "Our house"."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.places.models import Place, Room


@register_snippet
class PlaceViewSet(SnippetViewSet):
    """Sorted by dragging: the house itself comes first."""

    model = Place
    icon = "site"
    menu_hook = "register_house_menu_item"
    menu_order = 32
    list_display = ["__str__", "street", "city"]
    sort_order_field = ordering = "sort_order"


@register_snippet
class RoomViewSet(SnippetViewSet):
    """Sorted by dragging, with what was measured at the door."""

    model = Room
    icon = "home"
    menu_hook = "register_house_menu_item"
    menu_order = 34
    list_display = ["__str__", "place", "steps", "door_width"]
    sort_order_field = ordering = "sort_order"
