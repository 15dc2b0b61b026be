"""Mail to many in the admin: a report, a panel on the first screen, words in the history."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from pages.mailings.desk import logged, telling
from pages.mailings.desk.rights import may_send
from pages.mailings.desk.views import MailingsView, MailingView, WordsView

ADDRESSES = (
    [
        path("", MailingsView.as_view(), name="list"),
        path("<int:mailing_id>/", MailingView.as_view(), name="mailing"),
        path("<int:mailing_id>/words/<str:language>/", WordsView.as_view(), name="words"),
    ],
    "mailings",
)


class MailingsMenuItem(MenuItem):
    """For those who may send to everybody."""

    def is_shown(self, request):
        return may_send(request.user)


class MailingsPanel(Component):
    """What is on its way or needs a person, as long as that is so."""

    name = "mailings"
    order = 30
    template_name = "wagtailadmin/mailings/panel.html"

    def get_context_data(self, parent_context):
        if not may_send(parent_context["request"].user):
            return {}
        return {"mailings": telling.of_today(), "plans": list(telling.plans()[:5])}


@hooks.register("register_admin_urls")
def addresses():
    return [path("mailings/", include(ADDRESSES))]


@hooks.register("register_reports_menu_item")
def menu_item():
    return MailingsMenuItem(_("Mailings"), reverse("mailings:list"), icon_name="mail", order=85)


@hooks.register("construct_homepage_panels")
def on_the_first_screen(request, panels):
    panels.append(MailingsPanel())


@hooks.register("register_log_actions")
def words_of_the_history(actions):
    logged.register(actions)


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="mailings", codename="send_mailing")
