"""Mail as far as this machine knows: how it is sent, and what of it waits for a person."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from pages.letters import outbox
from pages.letters.models import Letter
from pages.letters.models import State as LetterState
from quartier.operations.doctor.finding import broken, good, look

SMTP = "django.core.mail.backends.smtp.EmailBackend"
LONG = timedelta(hours=1)


def setting(patience):
    """Whether mail leaves this house at all."""
    if not settings.DEFAULT_FROM_EMAIL:
        yield broken(_("Nobody said who mail comes from."), _("Set MAIL_FROM to an address of your own."))
    backend = settings.EMAIL_BACKEND
    if backend == SMTP:
        yield from _by_smtp()
    elif backend.startswith("anymail."):
        yield good(_("Mail is sent through a provider ({backend})."), backend=backend.split(".")[-2])
    else:
        yield look(
            _("Mail is not sent from here, only printed or filed ({backend})."),
            _("Set EMAIL_URL to the mail server of your provider."),
            backend=backend.split(".")[-2],
        )


def _by_smtp():
    if settings.EMAIL_HOST_USER and not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL):
        yield look(
            _("The password for the mail server is sent without encryption."),
            _("Write submission:// in place of smtp:// at the beginning of EMAIL_URL."),
        )
    yield good(_("Mail is sent by {server}."), server=settings.EMAIL_HOST)


def server(patience):
    """Says hello to the mail server and signs in; sends nothing."""
    if settings.EMAIL_BACKEND != SMTP:
        return
    line = get_connection(SMTP, timeout=patience.seconds)
    try:
        line.open()
        line.connection.ehlo_or_helo_if_needed()  # without a password nothing was said yet
    except OSError as fault:  # smtplib's own are among them
        yield broken(
            _("The mail server {server} could not be reached, or does not let us in ({fault})."),
            _("Compare EMAIL_URL with what your provider says: name, port, user and password."),
            server=settings.EMAIL_HOST,
            fault=type(fault).__name__,
        )
    else:
        yield good(_("The mail server answers and lets us in."))
        line.close()


def waiting(patience):
    """Mail that needs a person, and mail that has waited for long."""
    stuck = outbox.stuck().count()
    queue = Letter.objects.filter(state=LetterState.QUEUED, waiting_since__lt=timezone.now() - LONG)
    late = queue.count()
    if stuck:
        says = ngettext_lazy(
            "{number} mail could not be sent, or nobody knows whether it was.",
            "{number} mails could not be sent, or nobody knows whether they were.",
            stuck,
        )
        yield look(says, _("Look at “Mail not sent yet” among the reports."), number=stuck)
    if late:
        says = ngettext_lazy(
            "{number} mail has waited for more than an hour.",
            "{number} mails have waited for more than an hour.",
            late,
        )
        yield look(says, _("Is there a mail server, and does `manage.py work` run?"), number=late)
    if not (stuck or late):
        yield good(_("All mail was sent."))
