"""For administrators: taking away the second keys of somebody who has lost them."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.permissions import policy_registry

from quartier.signing_in.losing import reset
from quartier.signing_in.required import has_factor
from quartier.signing_in.views.card import FOLDER, Card


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class ResetFactors(Card, TemplateView):
    """Asks first. Whoever may not change an account may not do this; only superusers may to a superuser."""

    template_name = f"{FOLDER}/reset.html"

    def dispatch(self, request, *args, **kwargs):
        self.user = get_object_or_404(get_user_model(), pk=kwargs["pk"])
        if not may_reset(request.user, self.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "person": self.user,
            "has_factor": has_factor(self.user),
        }

    def post(self, request, pk):
        if reset(self.user, request.user):
            words = _("%(name)s can sign in with the password alone now, and is told so by mail.")
        else:
            words = _("%(name)s had no second key.")
        messages.success(request, words % {"name": self.user.get_full_name() or self.user.get_username()})
        return redirect("wagtailusers_users:edit", self.user.pk)


def may_reset(who, user):
    """Whether one person may take away the keys of another. For oneself there are other ways."""
    policy = policy_registry.get_by_type(get_user_model())
    return (
        who != user
        and (who.is_superuser or not user.is_superuser)
        and policy.user_has_permission_for_instance(who, "change", user)
    )
