"""Where the mailbox stands in the admin; `wagtail_hooks.py` of the demo brings it in."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from quartier.demo.mailbox.views import MailboxView, MailFrameView, MailView, may_look

ADDRESSES = (
    [
        path("", MailboxView.as_view(), name="list"),
        path("<str:name>/", MailView.as_view(), name="mail"),
        path("<str:name>/frame/", MailFrameView.as_view(), name="frame"),
    ],
    "mailbox",
)


class MailboxMenuItem(MenuItem):
    """Only where mail ends up in the mailbox."""

    def is_shown(self, request):
        return may_look(request.user)


@hooks.register("register_admin_urls")
def addresses():
    return [path("mailbox/", include(ADDRESSES))]


@hooks.register("register_reports_menu_item")
def menu_item():
    return MailboxMenuItem(_("Mailbox (demo)"), reverse("mailbox:list"), icon_name="mail", order=95)
