"""The menu "Our house": what is kept once and shown everywhere. Other rooms hang their lists into it."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.admin.ui.tables import Column
from wagtail.contrib.settings.registry import SettingMenuItem, register_setting
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.centre.models import Centre, OpeningHours

register_setting(Centre, icon="home")


@register_snippet
class OpeningHoursViewSet(SnippetViewSet):
    """Sorted by dragging: the first one says on the home page whether it is open."""

    model = OpeningHours
    icon = "time"
    menu_hook = "register_house_menu_item"
    menu_order = 20
    list_display = ["__str__", Column("in_short", label=_("every week"))]
    sort_order_field = ordering = "sort_order"


@hooks.register("register_house_menu_item")
def centre_menu_item():
    return SettingMenuItem(Centre, icon="home", order=10)


@hooks.register("construct_settings_menu")
def show_the_centre_once(request, items):
    items[:] = [item for item in items if getattr(item, "model", None) is not Centre]


@hooks.register("register_admin_menu_item")
def house_menu():
    menu = Menu(register_hook_name="register_house_menu_item")
    return SubmenuMenuItem(_("Our house"), menu, name="our-house", icon_name="home", order=150)
