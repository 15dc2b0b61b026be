"""Who did what that matters for safety, in Wagtail's own history, for administrators.

No password and no address of a device. Other parts of the house note with `noted`; an action that is not in
ACTIONS needs a line there first.
"""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import ModelLogEntry

KEPT = timedelta(days=365)
ACTIONS = {
    "safety.signed_in": (_("Sign in"), _("signed in")),
    "safety.refused": (_("Wrong password"), _("a wrong password was typed")),
    "safety.wrong_code": (_("Wrong code"), _("the password was right, the code was wrong")),
    "safety.signed_out": (_("Sign out"), _("signed out")),
    "safety.password": (_("Change password"), _("the password was changed")),
    "safety.address": (_("Change e-mail address"), _("the e-mail address was changed")),
    "safety.factor_added": (_("Add second key"), _("a second key was added")),
    "safety.factor_removed": (_("Remove second key"), _("a second key was removed")),
    "safety.factor_reset": (_("Reset second keys"), _("all second keys were removed for somebody")),
    "safety.codes": (_("New emergency codes"), _("new emergency codes were made")),
    "safety.session_ended": (_("End a session"), _("signed out in another browser")),
    "safety.role": (_("Change role"), _("the roles or rights of the account were changed")),
    "safety.given_out": (_("Give out"), _("what is kept of a person was given out")),
    "safety.erased": (_("Erase"), _("what is kept of a person was erased")),
}


def noted(action, user, about=None, **data):
    """Write down that `user` (None: nobody in person) did something; `about` is what it concerns.

    Says nothing where neither is known. Of `data` only small, harmless words: they are shown.
    """
    about = about if about is not None else user
    if about is not None:
        log(about, action, user=user, data=data or None)


def actor():
    """Who acts on the editor's side just now; None in commands and before signing in."""
    user = get_active_log_context().user
    return user if user is not None and user.is_authenticated else None


def forget(now=None):
    """Delete what is a year old. How many."""
    over = (now or timezone.now()) - KEPT
    old = ModelLogEntry.objects.filter(timestamp__lt=over)
    accounts = old.filter(
        content_type__model=get_user_model()._meta.model_name, content_type__app_label="auth"
    )
    return (old.filter(action__in=ACTIONS) | accounts).delete()[0]
