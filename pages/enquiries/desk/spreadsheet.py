"""Answers in a file that a spreadsheet opens."""

from django.utils import timezone
from django.utils.formats import date_format


def by_our_clock(moment, as_text):
    """When something came in, as the clock of the house had it: spreadsheets know no time zones."""
    local = timezone.localtime(moment)
    return date_format(local, "SHORT_DATETIME_FORMAT") if as_text else timezone.make_naive(local)
