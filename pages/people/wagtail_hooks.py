"""The list of people, in the menu "Our house"."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.people.models import Person


@register_snippet
class PersonViewSet(SnippetViewSet):
    """By name, with what one needs to reach them."""

    model = Person
    icon = "user"
    menu_hook = "register_house_menu_item"
    menu_order = 30
    list_display = ["name", "role", "phone", "mail"]
