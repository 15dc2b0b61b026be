"""A password somebody else typed leads to one page: there its owner chooses another (ASVS 5.0, 6.4.1)."""

from quartier.signing_in.models import GivenPassword

OWN = "signing_in.own_password"


def note(user, by, is_another=True):
    """A password was set; `by` is who acts on the editor's side, None where nobody does.

    The given one typed once more, by a mailed link for instance, stays a given one.
    """
    if by not in (None, user):
        GivenPassword.objects.get_or_create(user=user)
    elif is_another:
        GivenPassword.objects.filter(user=user).delete()


def is_given(request):
    """Asked once in a session: a password that others set later ends it."""
    if request.session.get(OWN) == request.user.pk:
        return False
    if GivenPassword.objects.filter(user=request.user).exists():
        return True
    request.session[OWN] = request.user.pk
    return False
