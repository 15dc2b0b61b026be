"""Second keys: an app, passkeys, emergency codes."""

from textwrap import wrap

from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import (
    DownloadRecoveryCodesView,
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from quartier.signing_in.codes import note_first
from quartier.signing_in.required import has_factor, is_required
from quartier.signing_in.views.card import FOLDER, Card


class Keys(Card, IndexView):
    """What one has, and what one could set up."""

    template_name = f"{FOLDER}/keys.html"

    def get_context_data(self, **kwargs):
        user, context = self.request.user, super().get_context_data(**kwargs)
        there = context["authenticators"]
        return context | {
            "app": there.get(Authenticator.Type.TOTP),
            "passkeys": there.get(Authenticator.Type.WEBAUTHN, []),
            "codes": there.get(Authenticator.Type.RECOVERY_CODES),
            "is_missing": is_required(user) and not has_factor(user),
        }


class AddApp(Card, ActivateTOTPView):
    """A picture to scan, and the first code."""

    template_name = f"{FOLDER}/add_app.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"secret": " ".join(wrap(context["form"].secret, 4))}

    def form_valid(self, form):
        response = super().form_valid(form)
        note_first(self.request.user, form.cleaned_data["code"])
        return response


class RemoveApp(Card, DeactivateTOTPView):
    """Asks first."""

    template_name = f"{FOLDER}/remove.html"
    extra_context = {"what": "app"}


class AddPasskey(Card, AddWebAuthnView):
    """The browser does it; see desk/passkey.js."""

    template_name = f"{FOLDER}/add_passkey.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"options": context["js_data"]["creation_options"]}


class RenamePasskey(Card, EditWebAuthnView):
    """By what its owner calls it."""

    template_name = f"{FOLDER}/rename_passkey.html"
    success_url = reverse_lazy("mfa_index")

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["name"].label = _("What shall this passkey be called?")
        form.fields["name"].max_length = 60
        form.fields["name"].widget.attrs["maxlength"] = 60
        return form


class RemovePasskey(Card, RemoveWebAuthnView):
    """Asks first."""

    template_name = f"{FOLDER}/remove.html"
    success_url = reverse_lazy("mfa_index")
    extra_context = {"what": "passkey"}


class Codes(Card, ViewRecoveryCodesView):
    """To be printed."""

    template_name = f"{FOLDER}/codes.html"


class NewCodes(Card, GenerateRecoveryCodesView):
    """Asks first: the printed ones become worthless."""

    template_name = f"{FOLDER}/new_codes.html"


class CodesAsText(DownloadRecoveryCodesView):
    """For those who have no printer here."""

    template_name = f"{FOLDER}/codes.txt"
    content_type = "text/plain; charset=utf-8"
