"""Stands before the editor's side: old sessions end, a second key is shown or set up first."""

from allauth.account.internal.flows.logout import logout
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from quartier.signing_in import presence
from quartier.signing_in.required import has_factor, is_required, was_shown

DESK = "/admin/"
NO_SIGN_OF_LIFE = {"wagtailadmin_editing_sessions:ping", "wagtailadmin_javascript_catalog"}
"""What an open window asks for by itself."""

OPEN = {
    *(
        "account_login",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "wagtailadmin_logout",
        "wagtailadmin_sprite",
    ),
    *("wagtailadmin_javascript_catalog", "wagtailadmin_password_reset", "wagtailadmin_password_reset_done"),
    *("wagtailadmin_password_reset_confirm", "wagtailadmin_password_reset_complete"),
}
"""Doors on the way in. They show nothing of the house."""

FOR_SETTING_UP = {
    *("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes"),
    *("mfa_download_recovery_codes", "account_reauthenticate"),
}


class Guard:
    """Middleware. Costs a query where somebody has shown no second factor, and none elsewhere."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if not request.path_info.startswith(DESK) or name in OPEN or request.user.is_anonymous:
            return None
        now = timezone.now()
        if presence.is_over(request, now):
            return _turn_away(
                request, _("You were signed out, because that was a while ago. Please sign in again.")
            )
        if name not in NO_SIGN_OF_LIFE:
            presence.see(request, now)
        if was_shown(request):
            return None
        return _ask_for_factor(request, name)


def _ask_for_factor(request, name):
    if has_factor(request.user):
        return _turn_away(request, _("Please sign in again, with your second key."))
    if name in FOR_SETTING_UP or not is_required(request.user):
        return None
    if _is_script(request):
        raise PermissionDenied
    return redirect("mfa_index")


def _turn_away(request, words):
    presence.end_here(request)
    logout(request, show_message=False)
    if _is_script(request):
        raise PermissionDenied
    messages.warning(request, words)
    return redirect_to_login(request.get_full_path() if request.method == "GET" else DESK)


def _is_script(request):
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"
