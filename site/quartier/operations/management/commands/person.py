"""`manage.py person give-out mina@post.example`: what the house knows of one person. `erase` forgets it."""

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from pages.mailbox import NoAddressError, checked
from quartier.operations.person import erase, give_out


class Command(BaseCommand):
    """For the rights that everybody has. What is given out goes to the person alone: ask who is asking."""

    help = "Give out (as JSON) or erase what is kept of the person with a mail address."

    def add_arguments(self, parser):
        parser.add_argument("deed", choices=["give-out", "erase"])
        parser.add_argument("address", help="the mail address of the person")

    def handle(self, *, deed, address, **options):
        try:
            address = checked(address)
        except NoAddressError:
            raise CommandError(f"“{address}” is no mail address.") from None
        if deed == "give-out":
            self.stdout.write(give_out(address, timezone.now()), ending="")
            return
        for name, count in erase(address).items():
            self.stdout.write(f"{name}: {count} erased")
        self.stdout.write(
            "Kept is a proof of consent without the address, if there was one, for three years."
        )
