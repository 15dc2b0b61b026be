"""What django-allauth asks of a house: who may come in, what is said, how secrets are kept."""

from io import BytesIO

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quartier.context import House
from quartier.signing_in import known, presence
from quartier.signing_in.browsers import named
from quartier.signing_in.noting import noted
from quartier.signing_in.patience import WITH_AN_ACCOUNT, attempt
from quartier.signing_in.secrecy import hidden, revealed

REMEMBER = "signing_in.remember"
FRESH = timezone.timedelta(minutes=5)
SAID = {
    "mfa/messages/totp_activated.txt": gettext_lazy("The authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("The authenticator app is no longer a key."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("The passkey is set up."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("The passkey is no longer a key."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("These are your new emergency codes."),
}


class Accounts(DefaultAccountAdapter):
    """Nobody signs up by themselves; accounts are made by administrators."""

    def is_open_for_signup(self, request):
        return False

    def get_login_stages(self):
        return ["allauth.mfa.stages.AuthenticateStage"]

    def get_login_redirect_url(self, request):
        return reverse("wagtailadmin_home")

    def get_client_ip(self, request):
        return ""

    def respond_user_inactive(self, request, user):
        messages.error(request, _("This account is closed. Please ask an administrator."))
        return redirect("account_login")

    def login(self, request, user):
        """Django's own, which gives the session a new key; how long it lasts was said with the password."""
        remember = request.session.pop(REMEMBER, False)
        super().login(request, user)
        request.session.set_expiry(settings.SESSION_COOKIE_AGE if remember else 0)
        request.session[REMEMBER] = remember

    def post_login(self, request, user, **more):
        response = super().post_login(request, user, **more)
        presence.begin(request, user)
        known.remember(request, response, user)
        noted("safety.signed_in", user, browser=named(request.headers.get("User-Agent", "")))
        return response

    def reauthenticate(self, user, password):
        """The password once more; whoever took over a session must not guess it."""
        tried = attempt(self.request, (f"again {user.pk}", WITH_AN_ACCOUNT))
        if tried.begin() or not user.check_password(password):
            return False
        tried.was_right()
        return True

    def is_reauthentication_required(self, *, app, **more):
        """Not of somebody who has signed in a moment ago."""
        request = context.request
        records = get_authentication_records(request, request.user)
        fresh = timezone.now().timestamp() - FRESH.total_seconds()
        return not any(record["at"] > fresh for record in records)

    def get_reauthentication_methods(self, user):
        words = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code of your app, or an emergency code"),
            "mfa_reauthenticate:webauthn": _("Use your passkey"),
        }
        return [way | {"description": words[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def add_message(self, request, level, message_template=None, *args, message=None, **more):
        if said := message or SAID.get(message_template):
            messages.add_message(request, level, said)

    def send_notification_mail(self, *args, **more):
        """Sent by signals.py, from the outbox."""


class Factors(DefaultMFAAdapter):
    """Apps and keys show the name of the centre."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("This did not fit. Please try again."),
        "cannot_generate_recovery_codes": gettext_lazy("Please set up an app or a passkey first."),
    }

    def encrypt(self, text):
        return hidden(text)

    def decrypt(self, encrypted_text):
        return revealed(encrypted_text)

    def build_totp_svg(self, url):
        picture = BytesIO()
        code = segno.make(url, error="m", micro=False)
        code.save(picture, kind="svg", xmldecl=False, scale=5, border=3, light="white")
        return picture.getvalue().decode()

    def get_totp_label(self, user):
        return user.get_username()

    def _get_site_name(self):
        return House.of(context.request).centre.name or settings.WAGTAIL_SITE_NAME

    def get_totp_issuer(self):
        return self._get_site_name().replace(":", " ")

    def generate_authenticator_name(self, user, type):
        return named(context.request.headers.get("User-Agent", "")) or _("My device")
