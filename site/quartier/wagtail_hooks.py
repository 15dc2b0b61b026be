"""What the editor's side shows beyond Wagtail."""

from django.forms import Script
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

from pages.autosave import is_autosave
from pages.base import BasePage
from pages.blanks import blanks_of
from pages.once import key_of
from quartier.creating import CreateOnceView
from quartier.desk import BlanksReport, WelcomePanel, reminder
from quartier.languages.desk.terms import TermsMenuItem, TermsView
from quartier.saving import save_page_in_turn, save_snippet_in_turn
from quartier.submitting import show_hand_in


class BlanksMenuItem(MenuItem):
    """Shown to everyone who may edit pages."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_admin_urls")
def blanks_report_address():
    return [path("reports/blanks/", BlanksReport.as_view(), name="blanks_report")]


@hooks.register("register_reports_menu_item")
def blanks_report_menu_item():
    return BlanksMenuItem(
        _("Still to be filled in"), reverse("blanks_report"), icon_name="warning", order=100
    )


@hooks.register("construct_homepage_panels")
def welcome(request, panels):
    panels.append(WelcomePanel())


@hooks.register("construct_page_action_menu")
def hand_in(items, request, context):
    show_hand_in(items)


@hooks.register("construct_help_menu")
def without_news(request, items):
    """What is new in Wagtail is news for those who run the site, not for those who write in it."""
    items[:] = [item for item in items if not item.name.startswith("whats-new")]


@hooks.register("before_create_page")
def make_one_page(request, parent, kind):
    """Take over from Wagtail where a form carries the key of its page; see creating.py."""
    if request.method != "POST" or not key_of(request.POST) or hasattr(request, "makes_one_page"):
        return None
    request.makes_one_page = True
    return CreateOnceView.as_view()(request, kind._meta.app_label, kind._meta.model_name, parent.pk)


hooks.register("before_edit_page", save_page_in_turn, order=-2)
hooks.register("before_edit_snippet", save_snippet_in_turn, order=-2)


@hooks.register("insert_editor_js")
def press_in_turn():
    return str(Script("desk/saving.js", type="module"))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def remind_of_blanks(request, page):
    """After a save that the editor asked for; not after the silent ones in between."""
    if isinstance(page, BasePage) and not is_autosave(request) and (blanks := blanks_of(page)):
        edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Fill in"))
        messages.warning(request, reminder(blanks), buttons=[edit])


@hooks.register("register_admin_urls")
def terms_address():
    return [path("reports/terms/", TermsView.as_view(), name="terms")]


@hooks.register("register_reports_menu_item")
def terms_menu_item():
    return TermsMenuItem(_("Terms in all languages"), reverse("terms"), icon_name="globe", order=110)
