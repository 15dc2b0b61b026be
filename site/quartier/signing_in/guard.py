"""Old sessions end wherever they are used; the editor's side asks for a second key, or to set one up.

Before that it asks for a password of one's own, where somebody else typed the present one.
"""

from functools import partial

from allauth.account.internal.flows.logout import logout
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from quartier.signing_in import presence
from quartier.signing_in.given import is_given
from quartier.signing_in.noting import noted
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
    """Middleware. Costs a query where somebody has shown no second factor, and one when a session begins."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.user = SimpleLazyObject(partial(_still_here, request, request.user))
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if not _is_at_the_desk(request) or name in OPEN:
            return None
        if request.user.is_anonymous:
            return _tell_why(request) if hasattr(request, "session_has_ended") else None
        if name not in NO_SIGN_OF_LIFE:
            presence.see(request, timezone.now())
        shown = was_shown(request)
        if not shown and has_factor(request.user):
            return _turn_away(request, _("Please sign in again, with your second key."))
        if is_given(request):
            return _ask_for_password(request, name)
        return None if shown else _ask_for_factor(request, name)


def _still_here(request, user):
    """Whoever asks who is there learns it here: nobody, once the session has lasted too long."""
    if user.is_anonymous:
        return user
    now = timezone.now()
    if presence.is_over(request, now):
        presence.end_here(request)
        request.session.flush()
        noted("safety.signed_out", user)
        request.session_has_ended = True
        return AnonymousUser()
    if not _is_at_the_desk(request):
        presence.see(request, now)
    return user


def _tell_why(request):
    return _lead_to_the_door(
        request, _("You were signed out, because that was a while ago. Please sign in again.")
    )


def _ask_for_password(request, name):
    if name == "own_password":
        return None
    _refuse_scripts(request)
    return redirect_to_login(_wanted(request), "own_password")


def _ask_for_factor(request, name):
    if name in FOR_SETTING_UP or not is_required(request.user):
        return None
    _refuse_scripts(request)
    return redirect("mfa_index")


def _turn_away(request, words):
    presence.end_here(request)
    logout(request, show_message=False)
    return _lead_to_the_door(request, words)


def _lead_to_the_door(request, words):
    _refuse_scripts(request)
    messages.warning(request, words)
    return redirect_to_login(_wanted(request))


def _wanted(request):
    return request.get_full_path() if request.method == "GET" else DESK


def _is_at_the_desk(request):
    return request.path_info.startswith(DESK)


def _refuse_scripts(request):
    """They show nobody the form to which others are led."""
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        raise PermissionDenied
