"""Editors who answer for it can look up what is kept of a person."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from quartier.operations.desk import PERMISSION, PersonView


class PersonMenuItem(MenuItem):
    """For those who may."""

    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def addresses():
    return [path("person/", PersonView.as_view(), name="person")]


@hooks.register("register_reports_menu_item")
def menu_item():
    return PersonMenuItem(_("What we know of somebody"), reverse("person"), icon_name="user", order=85)
