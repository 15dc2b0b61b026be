"""What residents typed, in a file that a spreadsheet opens."""

from datetime import datetime

from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.formats import date_format
from django.utils.translation import gettext

from pages.cells import MARK, harmless


class Spreadsheet:
    """Stands before a list of Wagtail's that can be exported: times by our clock, words, and no formula."""

    def preprocess_field_value(self, field, value, export_format):
        if isinstance(value, datetime):
            return by_our_clock(value, as_text=export_format == self.FORMAT_CSV)
        value = super().preprocess_field_value(field, value, export_format)
        if isinstance(value, bool):
            value = gettext("yes") if value else gettext("no")
        return harmless(value) if export_format == self.FORMAT_CSV else value

    def get_heading(self, queryset, field):
        return harmless(force_str(super().get_heading(queryset, field)))

    def stream_csv(self, queryset):
        yield MARK.encode()
        yield from super().stream_csv(queryset)


def by_our_clock(moment, as_text):
    """When something came in, as the clock of the house had it: spreadsheets know no time zones."""
    local = timezone.localtime(moment)
    return date_format(local, "SHORT_DATETIME_FORMAT") if as_text else timezone.make_naive(local)
