"""Saying how long to wait, in plain words."""

from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def please_wait(wait):
    """A sentence for a span of time."""
    return _("Those were too many tries. Please wait %(time)s, then try again.") % {"time": _spoken(wait)}


def seconds(wait):
    """For the header Retry-After."""
    return max(1, ceil(wait.total_seconds()))


def _spoken(wait):
    number = seconds(wait)
    if number < 60:
        return ngettext("%(number)d second", "%(number)d seconds", number) % {"number": number}
    number = ceil(number / 60)
    return ngettext("%(number)d minute", "%(number)d minutes", number) % {"number": number}
