"""What newsletters add to the editor's side."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button

from pages.newsletters.desk import ways  # noqa: F401 (it registers itself)
from pages.newsletters.desk.filling import FillView
from pages.newsletters.desk.mail import FrameView, MailView
from pages.newsletters.models import NewsletterPage


@hooks.register("register_admin_urls")
def addresses_of_filling():
    return [path("newsletters/<int:page_id>/fill/", FillView.as_view(), name="fill_newsletter")]


@hooks.register("register_page_header_buttons")
def fill_again(page, user, view_name, next_url=None):
    issue = page.specific_deferred
    if isinstance(issue, NewsletterPage) and issue.original.pk == issue.pk:
        may = page.permissions_for_user(user)
        if may.can_edit() and not may.page_locked():
            address = reverse("fill_newsletter", args=[page.pk])
            yield Button(gettext_lazy("Fill again"), address, icon_name="plus", priority=12)


@hooks.register("register_admin_urls")
def addresses_of_the_mail():
    frame = "newsletters/<int:page_id>/mail/<str:language>/<str:look>/"
    return [
        path("newsletters/<int:page_id>/mail/", MailView.as_view(), name="newsletter_mail"),
        path(frame, FrameView.as_view(), name="newsletter_mail_frame"),
    ]


@hooks.register("register_page_header_buttons")
def mail_preview(page, user, view_name, next_url=None):
    if isinstance(page.specific_deferred, NewsletterPage) and page.permissions_for_user(user).can_edit():
        address = reverse("newsletter_mail", args=[page.pk])
        yield Button(gettext_lazy("Mail preview"), address, icon_name="mail", priority=11)


@hooks.register("insert_global_admin_css")
def list_of_items():
    return format_html('<link rel="stylesheet" href="{}">', static("desk/newsletter.css"))


@hooks.register("insert_editor_js")
def live_counts():
    return format_html(
        '<script type="module" src="{}" data-count="{}" data-long="{}"></script>',
        static("desk/newsletter.js"),
        _("{number} of {most} characters"),
        _("The end is cut off in many mail programs."),
    )
