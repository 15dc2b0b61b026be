"""Six digits of an authenticator app (RFC 6238), each accepted once: the moment used last is kept.

allauth remembers used codes in the cache for half a minute, which is shorter than they are valid with a
tolerance, and nothing where no cache is shared.
"""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction

LAST = "last_moment"


@transaction.atomic
def spend(user, code):
    """The authenticator that a code belongs to, once; None if it is wrong, old or used."""
    theirs = Authenticator.objects.select_for_update().filter(user=user)
    for totp in theirs.filter(type=Authenticator.Type.TOTP):
        moment = moment_of(_secret(totp), code)
        if moment is not None and moment > totp.data.get(LAST, 0):
            totp.data[LAST] = moment
            totp.save(update_fields=["data"])
            return totp
    for codes in theirs.filter(type=Authenticator.Type.RECOVERY_CODES):
        if _secret(codes, "seed") and codes.wrap().validate_code(code):
            codes.refresh_from_db()
            return codes
    return None


def moment_of(secret, code):
    """Which half-minute shows this code; None for none of those that count now."""
    for moment in yield_hotp_counters_from_time() if secret else ():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, moment))):
            return moment
    return None


def _secret(authenticator, name="secret"):
    return decrypt(authenticator.data.get(name, ""))


def note_first(user, code):
    """The code with which an app was set up is used, too."""
    for totp in Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP):
        totp.data[LAST] = moment_of(_secret(totp), code) or 0
        totp.save(update_fields=["data"])
