"""The three people of the demo. Their passwords are made on this machine and kept in a file for its owner."""

import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile

from quartier.demo.notation.faults import Fault, at, take
from quartier.demo.notation.files import read
from quartier.operations import roles

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
NAMES = ("first_name", "last_name", "email")
GROUPS = {"editors": roles.EDITORS, "volunteers": roles.VOLUNTEERS}


def invite(folder):
    """Let the people of users.yaml in, each with a password. Answers with the first, the administrator."""
    people, kept = _people(folder), remembered()
    passwords = {person["username"]: kept.get(person["username"]) or _password() for person in people}
    users = [_user(person, passwords[person["username"]]) for person in people]
    _remember(passwords)
    return users[0]


def _user(person, password):
    model = get_user_model()
    username, group = person["username"], person.get("group")
    if model.objects.filter(username=username).exists():
        raise Fault(f"there is a user “{username}” already, who is not of the demo")
    create = model.objects.create_user if group else model.objects.create_superuser
    user = create(username, password=password, **{name: person[name] for name in NAMES})
    if group:
        user.groups.add(roles.group_of(GROUPS[group]))
    UserProfile.objects.create(user=user, preferred_language=settings.LANGUAGE_CODE)
    return user


def _people(folder):
    people = read(folder / "users.yaml", list)
    for number, person in enumerate(people, 1):
        with at("users.yaml", f"{number}."):
            for name in ("username", *NAMES):
                take(dict(person), name)
            if person.get("group", "editors") not in GROUPS:
                raise Fault(f"there is no group “{person['group']}”, but: {', '.join(GROUPS)}", "group")
    return people


def remembered():
    """User names and passwords, as the file keeps them; empty if it is not there."""
    if not _file().exists():
        return {}
    return dict(line.split() for line in _file().read_text().splitlines())


def _remember(passwords):
    file = _file()
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as lines:
        lines.writelines(f"{name} {password}\n" for name, password in passwords.items())


def renew(folder):
    """New passwords for people whose file was lost."""
    passwords = {person["username"]: _password() for person in _people(folder)}
    for user in get_user_model().objects.filter(username__in=passwords):
        user.set_password(passwords[user.username])
        user.save()
    _remember(passwords)


def _file():
    return settings.DATA_DIR / "demo-logins"


def _password():
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
