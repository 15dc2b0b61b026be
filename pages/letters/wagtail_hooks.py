"""Editors hear of mail that could not be sent on their first screen."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from pages.letters import outbox
from pages.letters.views import PERMISSION, LettersView


class LettersMenuItem(MenuItem):
    """For those who may have mail sent again."""

    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


class StuckPanel(Component):
    """That mail needs a person, as long as that is so."""

    name = "stuck_mail"
    order = 40
    template_name = "wagtailadmin/letters/stuck.html"

    def get_context_data(self, parent_context):
        may_see = parent_context["request"].user.has_perm(PERMISSION)
        return {"count": outbox.stuck().count() if may_see else 0}


@hooks.register("register_admin_urls")
def addresses():
    return [path("letters/", LettersView.as_view(), name="letters")]


@hooks.register("register_reports_menu_item")
def menu_item():
    return LettersMenuItem(_("Mail not sent yet"), reverse("letters"), icon_name="mail", order=90)


@hooks.register("construct_homepage_panels")
def stuck_mail(request, panels):
    panels.append(StuckPanel())


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="letters", codename="change_letter")
