"""Whatever changes in an account is noted, told to its owner, and ends what it should end."""

from allauth.core import context
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model, user_logged_out
from django.contrib.auth.hashers import check_password
from django.db.models.signals import m2m_changed, post_save, pre_save
from django.dispatch import receiver

from quartier.signing_in import given, presence, required
from quartier.signing_in.models import Presence
from quartier.signing_in.noting import actor, noted
from quartier.signing_in.patience import WITH_AN_ACCOUNT, how_often
from quartier.signing_in.telling import tell

User = get_user_model()


@receiver(factors.authenticator_added)
def added(request, user, authenticator, **more):
    """The first one: from now on it is asked for, and whoever is signed in elsewhere has not shown it."""
    required.note_shown(request, user)
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return
    noted("safety.factor_added", user, kind=authenticator.type)
    tell(user, "factor_added")
    presence.end_others(request, user)


@receiver(factors.authenticator_removed)
def removed(request, user, authenticator, **more):
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        noted("safety.factor_removed", user, kind=authenticator.type)
        tell(user, "factor_removed")
        required.forget_shown(request)


@receiver(factors.authenticator_reset)
def new_codes(request, user, **more):
    noted("safety.codes", user)
    tell(user, "codes")


@receiver(factors.authenticator_used)
def shown(request, user, **more):
    required.note_shown(request, user)


@receiver(factors.authentication_failed)
def wrong_code(request, user, **more):
    noted("safety.wrong_code", None, user)
    if how_often(f"code {user.pk}") == WITH_AN_ACCOUNT.free:
        tell(user, "wrong_codes")


@receiver(user_logged_out)
def left(request, user, **more):
    if user is not None:
        presence.end_here(request)
        noted("safety.signed_out", user)


@receiver(pre_save, sender=User)
def compare(instance, raw=False, update_fields=None, **more):
    """What was there before, where it matters. Signing in alone writes other fields."""
    if raw or not instance.pk or (update_fields and not WATCHED & set(update_fields)):
        instance.was_before = None
        return
    instance.was_before = User.objects.filter(pk=instance.pk).values(*WATCHED).first()


WATCHED = {"password", "email", "is_active", "is_superuser", "username"}


@receiver(post_save, sender=User)
def follow(instance, raw=False, created=False, **more):
    before = getattr(instance, "was_before", None)
    if created and not raw and instance.has_usable_password():
        given.note(instance, actor())
    if raw or not before:
        return
    changed = {name for name in WATCHED if before[name] != getattr(instance, name)}
    if "password" in changed and instance._password is not None:  # not: the same, hashed anew at signing in
        _password_changed(instance)
    if "email" in changed:
        noted("safety.address", actor(), instance)
        tell(instance, "address", to=before["email"])
    if changed & {"is_active", "is_superuser", "username"}:
        noted("safety.role", actor(), instance)
    if "is_active" in changed and not instance.is_active:
        presence.end(Presence.objects.filter(user=instance))


def _password_changed(user):
    is_another = not check_password(user._password, user.was_before["password"])
    given.note(user, actor(), is_another)
    noted("safety.password", actor() or user, user)
    tell(user, "password")
    request = context.request
    presence.end_others(request if request and request.user == user else None, user)


@receiver(m2m_changed, sender=User.groups.through)
def follow_roles(instance, action, reverse, pk_set, **more):
    """Only what a person does on the editor's side: commands and the house itself tell in their own ways."""
    if action not in ("post_add", "post_remove", "post_clear") or not (who := actor()):
        return
    people = User.objects.filter(pk__in=pk_set or ()) if reverse else [instance]
    for user in people:
        noted("safety.role", who, user)
