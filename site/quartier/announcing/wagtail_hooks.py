"""What announcements in a hurry add to the editor's side: a screen of their own, and buttons on others'."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from pages.events.desk.deciding import AFTER_CHANGE
from quartier.announcing import dates, publishing, rights
from quartier.announcing.views import EndView, ProlongView, UrgentView


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("urgent/", UrgentView.as_view(), name="urgent"),
        path("urgent/<int:page_id>/end/", EndView.as_view(), name="urgent_end"),
        path("urgent/<int:page_id>/prolong/", ProlongView.as_view(), name="urgent_prolong"),
        path(
            "urgent/dates/<int:page_id>/<str:date>/",
            dates.AnnounceDateView.as_view(),
            name="urgent_date",
        ),
    ]


class UrgentMenuItem(MenuItem):
    """Shown to everyone who may make a notice."""

    def is_shown(self, request):
        return rights.may_announce(request.user)


@hooks.register("register_admin_menu_item")
def urgent_menu_item():
    return UrgentMenuItem(_("Urgent notice"), reverse("urgent"), icon_name="warning", order=105)


@hooks.register("register_permissions")
def to_be_given_to_groups():
    app, codename = rights.PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)


@hooks.register(AFTER_CHANGE)
def say_it_everywhere(request, event, date):
    return dates.offer(request, event, date)


WORDS = {
    rights.MADE: (_("Make an urgent notice"), _("Published as an urgent notice")),
    publishing.END: (_("End a notice"), _("Ended at once")),
    publishing.PROLONG: (_("Let a notice go on"), _("Holds longer")),
}


@hooks.register("register_log_actions")
def words_of_the_history(actions):
    for action, (label, message) in WORDS.items():
        formatter = type("NoticeFormatter", (LogFormatter,), {"label": label, "message": message})
        actions.register_action(action)(formatter)
