"""Before something delicate: the password, a code or the passkey once more."""

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from quartier.signing_in.views.card import FOLDER, Card


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Again(Card):
    """What the three have in common."""

    template_name = f"{FOLDER}/again.html"

    def _check_ratelimit(self, request):
        """The forms count."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"options": context.get("js_data", {}).get("request_options")}


class PasswordAgain(Again, ReauthenticateView):
    """By the password."""


class CodeAgain(Again, CodeView):
    """By a code."""


class PasskeyAgain(Again, ReauthenticateWebAuthnView):
    """By the passkey."""
