"""`manage.py second_factor reset anna`: phone and emergency codes are lost. `list` says who has none."""

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError

from quartier.signing_in.losing import reset
from quartier.signing_in.required import without


class Command(BaseCommand):
    """For the operator: the way in when nobody else has one."""

    help = "Take away somebody's second keys (reset NAME), or list who should have one and has none (list)."

    def add_arguments(self, parser):
        parser.add_argument("deed", choices=["reset", "list"])
        parser.add_argument("name", nargs="?", default="", help="the user name")

    def handle(self, *, deed, name, **options):
        if deed == "list":
            names = [user.get_username() for user in without()]
            self.stdout.write("\n".join(names) or "Everybody who should have a second key has one.")
            return
        if not name:
            raise CommandError("Please say whose: manage.py second_factor reset NAME")
        try:
            user = get_user_model().objects.get_by_natural_key(name)
        except get_user_model().DoesNotExist:
            raise CommandError(f"There is no user “{name}”.") from None
        number = reset(user)
        self.stdout.write(f"{number} second keys of {name} removed; all sessions of {name} ended.")
