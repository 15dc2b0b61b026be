"""The lists of places and rooms, in the menu "Our house"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.places.models import Place, Room
from pages.places.spoken import way_in


@register_snippet
class PlaceViewSet(SnippetViewSet):
    """Sorted by dragging: the house itself comes first."""

    model = Place
    icon = "site"
    menu_hook = "register_house_menu_item"
    menu_order = 32
    list_display = ["__str__", Column("address", label=_("Address"))]
    sort_order_field = ordering = "sort_order"


def _way_in(room):
    return ", ".join(fact.words for fact in way_in(room)) or _("not measured yet")


@register_snippet
class RoomViewSet(SnippetViewSet):
    """Sorted by dragging, with what was measured at the door."""

    model = Room
    icon = "home"
    menu_hook = "register_house_menu_item"
    menu_order = 34
    list_display = ["__str__", "place", Column("way_in", label=_("Getting in"), accessor=_way_in)]
    sort_order_field = ordering = "sort_order"
