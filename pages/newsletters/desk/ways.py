"""Where sending and correcting stand in the admin; `wagtail_hooks.py` brings them in."""

from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button

from pages.mailings.desk.rights import may_send
from pages.newsletters.corrections.finding import corrections
from pages.newsletters.desk.correcting import CorrectionFrameView, CorrectionView, spoken_of
from pages.newsletters.desk.sending import SendView, may_send_issue
from pages.newsletters.models import NewsletterPage

SHOWN = 5
ADDRESSES = (
    [
        path("<int:page_id>/send/", SendView.as_view(), name="send"),
        path("corrections/<uuid:event>/", CorrectionView.as_view(), name="correction"),
        path(
            "corrections/<uuid:event>/<str:language>/", CorrectionFrameView.as_view(), name="correction_frame"
        ),
    ],
    "newsletters_desk",
)


def address_of(page):
    return reverse("newsletters_desk:send", args=[page.pk])


class SendMenuItem(ActionMenuItem):
    """In the menu at the foot of the form. What is not saved yet is not sent."""

    name = "action-send-newsletter"
    label = _("Send by mail …")
    icon_name = "mail"
    order = 45

    def is_shown(self, context):
        page = context.get("page")
        if context["view"] != "edit" or not isinstance(page, NewsletterPage):
            return False
        return may_send_issue(context["request"].user, page)

    def get_url(self, context):
        return address_of(context["page"])


class CorrectionsPanel(Component):
    """That people were told of a date that is not so any more."""

    name = "corrections"
    order = 20
    template_name = "wagtailadmin/newsletters/corrections.html"

    def get_context_data(self, parent_context):
        if not may_send(parent_context["request"].user):
            return {}
        now = timezone.now()
        found = [spoken_of(each, now) for each in corrections(now)[:SHOWN]]
        return {"corrections": [each for each in found if each.count]}


@hooks.register("register_admin_urls")
def addresses():
    return [path("newsletters/", include(ADDRESSES))]


@hooks.register("register_page_header_buttons")
def send(page, user, view_name, next_url=None):
    issue = page.specific_deferred
    if isinstance(issue, NewsletterPage) and may_send_issue(user, issue):
        yield Button(_("Send by mail …"), address_of(page), icon_name="mail", priority=11)


@hooks.register("register_page_action_menu_item")
def send_from_the_foot():
    return SendMenuItem()


@hooks.register("construct_homepage_panels")
def what_to_correct(request, panels):
    panels.append(CorrectionsPanel())
