"""Who somebody is, by user name and password; an address will do where only one person has it."""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend

LONGEST_PASSWORD = 4096


class ByNameOrAddress(ModelBackend):
    """Django's own, which takes as long over a name that nobody has."""

    def authenticate(self, request, username=None, password=None, **others):
        if username is None or password is None or len(password) > LONGEST_PASSWORD:
            return None
        return super().authenticate(request, username=_name(username), password=password)


def account_of(typed):
    """Whose account is meant; None if nobody's."""
    return get_user_model().objects.filter(username=_name(typed)).first()


def _name(typed):
    """The user name that is meant by what was typed."""
    people = get_user_model().objects
    if "@" not in typed or people.filter(username=typed).exists():
        return typed
    names = people.filter(email__iexact=typed, is_active=True).values_list("username", flat=True)[:2]
    return names[0] if len(names) == 1 else typed
