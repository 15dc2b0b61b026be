"""The first visit with a password that an administrator typed: one's own takes its place."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import RedirectURLMixin
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from quartier.signing_in.forms import OwnPasswordForm
from quartier.signing_in.given import is_given
from quartier.signing_in.views.card import FOLDER, Card


@method_decorator(sensitive_post_parameters(), name="dispatch")
@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class OwnPassword(Card, RedirectURLMixin, FormView):
    """Goes on to where one wanted to be. All other browsers are signed out."""

    template_name = f"{FOLDER}/own_password.html"
    form_class = OwnPasswordForm
    next_page = "wagtailadmin_home"

    def dispatch(self, request, *args, **kwargs):
        if not is_given(request):
            return redirect("wagtailadmin_account")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        update_session_auth_hash(self.request, form.save())
        messages.success(self.request, _("This is your password now."))
        return super().form_valid(form)
