"""The first visit with a password that an administrator typed: one's own takes its place."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.password_validation import get_default_password_validators
from django.contrib.auth.views import RedirectURLMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from quartier.signing_in.given import is_given
from quartier.signing_in.views.account import Counted
from quartier.signing_in.views.card import FOLDER, Card


class OwnPasswordForm(Counted, PasswordChangeForm):
    """It has to be another one than the present one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fewest = next(
            rule.min_length for rule in get_default_password_validators() if hasattr(rule, "min_length")
        )
        words = _("At least %(number)d characters. A whole sentence is a good one, for instance.")
        self.fields["old_password"].label = _("Present password")
        self.fields["new_password1"].help_text = words % {"number": fewest}
        self.fields["new_password2"].help_text = ""

    def clean_new_password1(self):
        if self.user.check_password(self.cleaned_data["new_password1"]):
            raise ValidationError(
                _("This is the password that somebody else typed. Please choose another one.")
            )
        return self.cleaned_data["new_password1"]


@method_decorator(sensitive_post_parameters(), name="dispatch")
class OwnPassword(Card, RedirectURLMixin, FormView):
    """Goes on to where one wanted to be. All other browsers are signed out."""

    template_name = f"{FOLDER}/own_password.html"
    form_class = OwnPasswordForm
    next_page = "wagtailadmin_home"

    def dispatch(self, request, *args, **kwargs):
        if not is_given(request):
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        form = self.form_class(self.request.user, **self.get_form_kwargs())
        form.request = self.request
        return form

    def form_valid(self, form):
        update_session_auth_hash(self.request, form.save())
        messages.success(self.request, _("This is your password now."))
        return super().form_valid(form)
