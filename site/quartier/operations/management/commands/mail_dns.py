"""`manage.py mail_dns`: what DNS has to say so that our mail is believed, and what to put there."""

from django.core.management.base import BaseCommand, CommandError

from quartier.operations.mail_dns.checking import NoSenderError, check
from quartier.operations.mail_dns.line import Level
from quartier.operations.mail_dns.ours import ours
from quartier.operations.mail_dns.zone import SilentError, Zone

NOT_ASKED = 2


class Command(BaseCommand):
    """Ends with 1 where mail is refused or lost, with 2 where DNS could not be asked."""

    help = "Looks at MX, SPF, DKIM and DMARC of the domain that mail comes from (MAIL_FROM, BOUNCE_ADDRESS)."

    def add_arguments(self, parser):
        parser.add_argument("--from", dest="sender", help="the sender to look at (else: MAIL_FROM)")
        parser.add_argument(
            "--selector",
            action="append",
            default=[],
            help="what your provider calls its DKIM key (else: DKIM_SELECTORS); several times for several",
        )
        parser.add_argument("--nameserver", default="", help="whom to ask, like 192.0.2.1 or 192.0.2.1:5353")

    def handle(self, *, sender, selector, nameserver, **options):
        sending = ours(sender, selector)
        try:
            self.stdout.write(f"Mail from {sending.domain}\n\n")
            lines = check(sending, Zone(nameserver))
        except NoSenderError as missing:
            raise CommandError(str(missing)) from None
        except SilentError as silent:
            said = f"DNS could not be asked ({silent}). Is this machine online?"
            raise CommandError(said, returncode=NOT_ASKED) from None
        for line in lines:
            self._tell(line)
        if any(line.level == Level.WRONG for line in lines):
            raise CommandError(
                "Something is missing. Changes in DNS take up to a day until everybody sees them."
            )

    def _tell(self, line):
        self.stdout.write(f"{line.about:6}{line.level.value:7}{line.says}")
        if line.record:
            self.stdout.write(f"{'':13}{line.record}")
