"""Of whom a second factor is asked: SECOND_FACTOR says it."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
SHOWN = "signing_in.shown"


def is_required(user):
    """Whether somebody may do nothing on the editor's side without a second factor."""
    asked = ASKED[settings.SECOND_FACTOR]
    return any(is_one(user) for is_one in asked)


def has_factor(user):
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def without():
    """The people of whom one is asked and who have none, for those who look after the site."""
    people = get_user_model().objects.filter(is_active=True).order_by("username")
    return [user for user in people if is_required(user) and not has_factor(user)]


def note_shown(request, user):
    """In this session the second factor was shown by somebody."""
    request.session[SHOWN] = user.pk


def was_shown(request):
    return request.session.get(SHOWN) == request.user.pk


def forget_shown(request):
    """Where the last one was removed, the next is asked for as if none had ever been there."""
    if not has_factor(request.user):
        request.session.pop(SHOWN, None)


def _administers(user):
    return user.is_superuser or user.has_perm("auth.change_user")


def _publishes(user):
    return policy_registry.get_by_type(Page).user_has_permission(user, "publish")


def _edits(user):
    return user.has_perm("wagtailadmin.access_admin")


ASKED = {
    "nobody": (),
    "administrators": (_administers,),
    "publishers": (_administers, _publishes),
    "everybody": (_edits,),
}
