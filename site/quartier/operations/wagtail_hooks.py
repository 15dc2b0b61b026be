"""Editors see what is out of order, and look up what is kept of a person; administrators see it all."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from quartier.operations.desk import PERMISSION, PersonView
from quartier.operations.doctor.desk import DoctorPanel, DoctorView
from quartier.operations.trouble import TroublePanel


class PersonMenuItem(MenuItem):
    """For those who may."""

    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


class DoctorMenuItem(MenuItem):
    """For administrators."""

    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("person/", PersonView.as_view(), name="person"),
        path("doctor/", DoctorView.as_view(), name="doctor"),
    ]


@hooks.register("register_reports_menu_item")
def menu_item():
    return PersonMenuItem(_("What we know of somebody"), reverse("person"), icon_name="user", order=85)


@hooks.register("register_reports_menu_item")
def doctor_menu_item():
    return DoctorMenuItem(_("How the website is"), reverse("doctor"), icon_name="tasks", order=120)


@hooks.register("construct_homepage_panels")
def is_unwell(request, panels):
    panels += [TroublePanel(), DoctorPanel()]
