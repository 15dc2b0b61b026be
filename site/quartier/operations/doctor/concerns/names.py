"""What DNS tells others of our mail: the same that `manage.py mail_dns` says at length."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.concerns.mail import SMTP
from quartier.operations.doctor.finding import broken, good, look
from quartier.operations.mail_dns.checking import NoSenderError, check
from quartier.operations.mail_dns.line import Level
from quartier.operations.mail_dns.ours import ours
from quartier.operations.mail_dns.zone import SilentError, Zone

MORE = _("`manage.py mail_dns` says which record to put into DNS.")


def look_at(patience):
    """Only where mail is really sent."""
    if settings.EMAIL_BACKEND != SMTP and not settings.EMAIL_BACKEND.startswith("anymail."):
        return
    try:
        lines = check(ours(), Zone(patience=min(patience.seconds, 3)))
    except NoSenderError as missing:
        yield broken(_("There is no sender to look at ({fault})."), _("Set MAIL_FROM."), fault=missing)
    except SilentError as silent:
        yield look(_("DNS could not be asked ({fault})."), _("Is this machine online?"), fault=silent)
    else:
        yield from map(finding, [line for line in lines if line.level != Level.GOOD])
        if all(line.level == Level.GOOD for line in lines):
            yield good(_("DNS tells others to believe your mail."))


def finding(line):
    """The records are explained in English: they are read by those who write them."""
    if line.level == Level.WRONG:
        says = _("Mail is refused or lost, or taken for spam: {about} is not right. {says}")
        return broken(says, MORE, about=line.about, says=line.says)
    return look(_("Mail would be believed more: {about}. {says}"), MORE, about=line.about, says=line.says)
