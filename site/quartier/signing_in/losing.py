"""Somebody has lost phone and codes: the second keys are taken away, so that new ones can be set up."""

from allauth.mfa.models import Authenticator

from quartier.signing_in import presence
from quartier.signing_in.models import Presence
from quartier.signing_in.noting import noted
from quartier.signing_in.telling import tell


def reset(user, by=None):
    """Remove all second keys and end all sessions; how many keys. The person gets a mail."""
    theirs = Authenticator.objects.filter(user=user)
    number = theirs.exclude(type=Authenticator.Type.RECOVERY_CODES).count()
    theirs.delete()
    presence.end(Presence.objects.filter(user=user))
    if number:
        noted("safety.factor_reset", by, user)
        tell(user, "factor_reset")
    return number
