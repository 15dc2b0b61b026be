"""What is typed to come in: name and password, a code. Whoever is wrong too often waits."""

from allauth.account.forms import ReauthenticateForm
from allauth.core import context
from allauth.mfa import signals
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm as AllauthCodeForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthCodeAgainForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from quartier.signing_in import codes
from quartier.signing_in.backend import account_of
from quartier.signing_in.known import mark_of
from quartier.signing_in.noting import noted
from quartier.signing_in.patience import WITH_AN_ACCOUNT, Attempt, attempt
from quartier.signing_in.waiting import please_wait

LONGEST_CODE = 40


class Patient:
    """A form for name and password that looks at no password before the wait is over."""

    wait = None

    def clean(self):
        typed = self.cleaned_data.get("username")
        if not typed or not self.cleaned_data.get("password"):
            return super().clean()
        account = account_of(typed)
        tried = self._tried(typed, account)
        if wait := tried.begin():
            self.wait = wait
            raise ValidationError(please_wait(wait), code="wait")
        try:
            cleaned = super().clean()
        except ValidationError:
            noted("safety.refused", None, account)
            raise
        tried.was_right()
        return cleaned

    def _tried(self, typed, account):
        """Where this account was used before, others' mistakes do not count; else all that name it count."""
        if mark := mark_of(self.request, account):
            return Attempt(((f"known {mark}", WITH_AN_ACCOUNT),))
        named = account.pk if account else typed.strip().casefold()  # its address is no second door
        return attempt(self.request, (f"account {named}", WITH_AN_ACCOUNT))


class DeskForm(Patient, LoginForm):
    """For the editor's side. Wagtail's own leaves one label without a translation."""

    error_messages = LoginForm.error_messages | {
        "inactive": LoginForm.error_messages["invalid_login"],
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs["autocomplete"] = "username webauthn"
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"
        self.fields["password"].label = _("Password")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)  # on a phone half of it would be read


class FrontForm(Patient, AuthenticationForm):
    """For pages that only people with an account may read."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": _("User name and password do not go together. Please try again."),
        "inactive": _("User name and password do not go together. Please try again."),
    }


class Spent:
    """A code, taken once. The password was right already, so wrong ones are noted."""

    label = _("Code")
    help_text = _("The six digits that your app shows now, or an emergency code.")
    noted_as = "safety.wrong_code"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _dress(self.fields["code"], self.label, self.help_text)

    def clean_code(self):
        tried = attempt(context.request, (f"code {self.user.pk}", WITH_AN_ACCOUNT))
        if wait := tried.begin():
            raise ValidationError(please_wait(wait), code="wait")
        self.authenticator = codes.spend(self.user, self.cleaned_data["code"])
        if self.authenticator is None:
            self._refuse()
        self.authenticator.user = self.user
        tried.was_right()
        return self.cleaned_data["code"]

    def _refuse(self):
        signals.authentication_failed.send(
            sender=Authenticator,
            request=context.request,
            user=self.user,
            authenticator=None,
            reauthentication=False,
        )
        raise get_adapter().validation_error("incorrect_code")


class CodeForm(Spent, AllauthCodeForm):
    """After the password."""

    help_text = _(
        "The six digits that the app on your phone shows now. No phone at hand? One of your printed "
        "emergency codes will do."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["autofocus"] = True


class CodeAgainForm(Spent, AllauthCodeAgainForm):
    """Before something delicate."""


class FirstCodeForm(ActivateTOTPForm):
    """Shows that the app has understood. The code counts as used."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        label = _("The six digits that the app shows")
        _dress(self.fields["code"], label, _("They change every half minute. Spaces do no harm."))


class PasskeyForm(AddWebAuthnForm):
    """It may take the place of the password, if it asks for a finger, a face or a PIN itself."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What shall this passkey be called?")
        self.fields["name"].max_length = 60
        self.fields["name"].widget.attrs["maxlength"] = 60

    def clean_name(self):
        return super().clean_name()[:60]


class AgainForm(ReauthenticateForm):
    """The password once more, before something delicate."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs.pop("placeholder", None)


def _dress(field, label, help_text):
    field.label = label
    field.help_text = help_text
    field.max_length = LONGEST_CODE
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= {
        "autocomplete": "one-time-code",
        "inputmode": "text",
        "autocapitalize": "off",
        "spellcheck": "false",
        "maxlength": LONGEST_CODE,
    }
