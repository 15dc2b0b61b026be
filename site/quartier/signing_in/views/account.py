"""One's own account: Wagtail's page, but a new address or password needs the present password."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.forms.auth import PasswordChangeForm
from wagtail.admin.views.account import AccountView, ChangePasswordPanel, NameEmailSettingsPanel

from quartier.signing_in.backend import LONGEST_PASSWORD
from quartier.signing_in.patience import WITH_AN_ACCOUNT, attempt
from quartier.signing_in.waiting import please_wait


class AddressForm(NameEmailForm):
    """Whoever finds a computer unlocked must not lead the mails of the account elsewhere."""

    current_password = forms.CharField(
        label=_("Present password"),
        help_text=_("Only needed for a new e-mail address."),
        required=False,
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, request=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self):
        cleaned = super().clean()
        if "email" in self.changed_data and "email" in cleaned:
            try:
                check(self.request, self.request.user, cleaned.get("current_password"))
            except ValidationError as wrong:
                self.add_error("current_password", wrong)
        return cleaned


class AddressPanel(NameEmailSettingsPanel):
    """Asked for its form several times: one and the same, since looking at it counts."""

    form_class = AddressForm

    def get_form(self):
        if not hasattr(self, "_form"):
            data = self.request.POST if self.request.method == "POST" else None
            self._form = self.form_class(data, instance=self.user, prefix=self.name, request=self.request)
        return self._form


class Counted:
    """A form for a new password; wrong tries of the present one are counted."""

    request = None

    def clean_old_password(self):
        check(self.request, self.user, self.cleaned_data["old_password"])
        return self.cleaned_data["old_password"]


class NewPasswordForm(Counted, PasswordChangeForm):
    """A part of the page."""


class NewPasswordPanel(ChangePasswordPanel):
    """The same form each time, too."""

    form_class = NewPasswordForm

    def get_form(self):
        if not hasattr(self, "_form"):
            self._form = super().get_form()
            self._form.request = self.request
        return self._form


@method_decorator(never_cache, name="dispatch")
class Account(AccountView):
    """With these two panels in place of Wagtail's."""

    def get_panels(self):
        if not hasattr(self, "_panels"):
            ours = {NameEmailSettingsPanel: AddressPanel, ChangePasswordPanel: NewPasswordPanel}
            panels = super().get_panels()
            self._panels = [
                ours.get(type(each), type(each))(each.request, each.user, each.profile) for each in panels
            ]
        return self._panels


def check(request, user, password):
    """Raises ValidationError unless it is the password of the user."""
    tried = attempt(request, (f"again {user.pk}", WITH_AN_ACCOUNT))
    if wait := tried.begin():
        raise ValidationError(please_wait(wait), code="wait")
    if not password or not user.check_password(password):
        raise ValidationError(_("This is not your present password."), code="password_incorrect")
    tried.was_right()
