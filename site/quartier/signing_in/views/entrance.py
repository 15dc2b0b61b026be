"""The way in: name and password, then the second key; or a passkey instead of both."""

from http import HTTPStatus

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib.auth import logout
from django.contrib.auth.views import LoginView as FrontLoginView
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin.views.account import LoginView as DeskLoginView

from quartier.signing_in.adapters import REMEMBER
from quartier.signing_in.forms import FrontForm
from quartier.signing_in.patience import attempt
from quartier.signing_in.views.card import FOLDER, Card
from quartier.signing_in.waiting import please_wait, seconds


class Entrance:
    """After the password allauth goes on: it asks for the second key where there is one."""

    @method_decorator(sensitive_post_parameters())
    @method_decorator(never_cache)
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        if self.request.user.is_authenticated:  # a colleague, for example: allauth would ask for no code
            logout(self.request)
        clear_login(self.request)
        self.request.session[REMEMBER] = bool(form.cleaned_data.get("remember"))
        user = form.get_user()
        login = Login(user=user, redirect_url=self.get_success_url())
        return perform_password_login(self.request, {"username": user.get_username()}, login)

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if form.wait:
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
            response["Retry-After"] = str(seconds(form.wait))
        return response


class SignIn(Card, Entrance, DeskLoginView):
    """To the editor's side."""


class SignInToRead(Entrance, FrontLoginView):
    """To pages that only people with an account may read; it looks and is kept safe like one of them."""

    template_name = "wagtailcore/login.html"
    form_class = FrontForm


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Code(Card, AuthenticateView):
    """The second key."""

    template_name = f"{FOLDER}/code.html"

    def get_context_data(self, **kwargs):
        """A passkey is asked of those alone who have one."""
        context = super().get_context_data(**kwargs)
        passkeys = Authenticator.objects.filter(user=self.stage.login.user, type=Authenticator.Type.WEBAUTHN)
        return _for_script(context if passkeys.exists() else {**context, "js_data": {}}, "request_options")


class PasskeyIn(LoginWebAuthnView):
    """A passkey instead of name and password. Asking costs a session, so it is counted."""

    def get(self, request, *args, **kwargs):
        tried = attempt(request)
        if wait := tried.begin():
            return HttpResponse(please_wait(wait), status=HTTPStatus.TOO_MANY_REQUESTS)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        attempt(self.request).was_right()
        return super().form_valid(form)


def _for_script(context, name):
    """What the browser needs to ask the key, as JSON in the page."""
    return context | {"options": context.get("js_data", {}).get(name)}
