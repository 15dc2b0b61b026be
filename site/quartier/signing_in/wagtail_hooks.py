"""What the editor's side shows of signing in: the history, ways from one's account and to others'."""

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel
from wagtail.admin.widgets.button import Button

from quartier.signing_in.noting import ACTIONS
from quartier.signing_in.required import has_factor
from quartier.signing_in.views.others import may_reset


class SafetyPanel(BaseSettingsPanel):
    """Two ways out of the page of one's account; nothing to fill in."""

    name = "safety"
    title = _("Signing in safely")
    order = 90
    template_name = "wagtailadmin/signing_in/panel.html"

    def get_form(self):
        return NoForm()

    def get_context_data(self):
        return {"has_factor": has_factor(self.user)}


class NoForm:
    """Wagtail asks every panel for a form."""

    is_bound = False
    media = Media()

    def is_valid(self):
        return True


@hooks.register("register_account_settings_panel")
def safety_panel(request, user, profile):
    return SafetyPanel(request, user, profile)


@hooks.register("register_log_actions")
def actions(registry):
    for action, (label, message) in ACTIONS.items():
        registry.register_action(action, label, message)


@hooks.register("register_user_listing_buttons")
def reset_button(user, request_user):
    if may_reset(request_user, user):
        address = reverse("reset_factors", args=[user.pk])
        yield Button(_("Lost the second key"), url=address, icon_name="key", priority=40)


@hooks.register("before_edit_user")
def only_superusers_touch_superusers(request, user):
    """Whoever may change accounts would else give themselves the one that may do everything."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied
