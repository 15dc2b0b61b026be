"""Who may do everything, and whether strangers could sign in as them."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from quartier.demo.logins import remembered
from quartier.operations.doctor.finding import good, look
from quartier.signing_in.required import has_factor, without

MANY = 4


def look_at(patience):
    people = get_user_model().objects.filter(is_active=True)
    chiefs = people.filter(is_superuser=True)
    yield from _number(chiefs.count())
    yield from _reachable(chiefs)
    yield from _without_second_factor(chiefs)
    yield from _of_the_demo(people, patience)


def _without_second_factor(chiefs):
    """Those of whom one is asked, and whoever may do everything."""
    names = {user.username for user in [*without(), *(one for one in chiefs if not has_factor(one))]}
    if names:
        yield look(
            _("Without a second key: {names}. Whoever learns their password gets in."),
            _("Let them sign in and set one up; `SECOND_FACTOR` says of whom it is asked."),
            names=", ".join(sorted(names)),
        )


def _number(number):
    if not number:
        yield look(_("Nobody has an account that may do everything."), _("Run `manage.py createsuperuser`."))
    elif number > MANY:
        yield look(
            _("{number} people may do everything."),
            _("Let most of them be editors: that suffices for all pages, and less can go wrong."),
            number=number,
        )
    else:
        says = ngettext_lazy(
            "{number} person may do everything.", "{number} people may do everything.", number
        )
        yield good(says, number=number)


def _reachable(chiefs):
    if chiefs.exists() and not chiefs.exclude(email="").exists():
        yield look(
            _("No administrator has a mail address, so nobody is told when something breaks."),
            _("Add one to your account."),
        )


def _of_the_demo(people, patience):
    """Their passwords stand in a file that the demo has left on this machine."""
    known = remembered()
    found = people.filter(username__in=known)
    names = [
        person.username for person in patience.each(found) if person.check_password(known[person.username])
    ]
    if names:
        yield look(
            _("The accounts of the demo are open: {names}. Their passwords lie in the file “demo-logins”."),
            _("That is right for a demo. Else delete these people and that file."),
            names=", ".join(names),
        )
