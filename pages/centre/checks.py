"""What is refused when the centre and its hours are typed in, and in which words."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import iban

from pages.centre.opening import MIDNIGHT


def check_iban(value):
    """Refuse an account number whose check digits are wrong (ISO 13616)."""
    if not iban.is_valid(value):
        raise ValidationError(_("This is not a valid IBAN. Please compare it with your bank statement."))


def check_days(first, last):
    """Refuse a last day before the first."""
    if first and last and last < first:
        raise ValidationError({"last_day": _("The last day lies before the first day.")})


def check_span(opens, closes):
    """Refuse an end before the beginning; 0:00 as an end is midnight."""
    if opens is not None and closes is not None and closes <= opens and closes != MIDNIGHT:
        raise ValidationError(
            {
                "closes": _(
                    "This is before it opens. Past midnight needs two lines: until 0:00, and from 0:00 on."
                )
            }
        )
