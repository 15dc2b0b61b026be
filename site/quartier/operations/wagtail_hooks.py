"""Editors see what is out of order; those who answer for it look up what is kept of a person."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from quartier.operations.desk import PERMISSION, PersonView
from quartier.operations.trouble import TroublePanel


class PersonMenuItem(MenuItem):
    """For those who may."""

    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("construct_homepage_panels")
def trouble_now(request, panels):
    panels.append(TroublePanel())


@hooks.register("register_admin_urls")
def addresses():
    return [path("person/", PersonView.as_view(), name="person")]


@hooks.register("register_reports_menu_item")
def menu_item():
    return PersonMenuItem(_("What we know of somebody"), reverse("person"), icon_name="user", order=85)
