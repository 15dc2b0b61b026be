"""A file that somebody chose: read at once, refused in one sentence."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy

from pages.events.outside.spoken import words as trouble_words
from pages.events.outside.trouble import TroubleError
from pages.events.upload import ical, spreadsheet
from pages.events.upload.proposal import LARGEST, TooManyEventsError

TOO_LARGE = gettext_lazy("The file is larger than 2 MB. Please split it.")
NOT_TEXT = gettext_lazy("This is no CSV and no .ics file. In a spreadsheet program, choose “Save as: CSV”.")
NO_TABLE = gettext_lazy("There are no columns “Titel” and “Datum”. They have to stand in the first line.")
NOTHING = gettext_lazy("There is no event in this file.")
TOO_MANY = gettext_lazy("There are more than 100 events in this file. Please split it.")


class FileForm(forms.Form):
    """A file, read; `proposed` is what stands in it."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("From a calendar (.ics) or a spreadsheet (CSV), at most 2 MB."),
        widget=forms.FileInput({"accept": ".ics,.csv,.txt,text/calendar,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(TOO_LARGE)
        self.proposed = _read(file.read())
        if not (self.proposed.events or self.proposed.faults):
            raise ValidationError(NOTHING)
        return file


def _read(data):
    """By what it is, not by what it is called."""
    today = timezone.localdate()
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise ValidationError(NOT_TEXT)
    try:
        if b"BEGIN:VCALENDAR" in data.replace(b"\0", b"")[:10_000].upper():
            return ical.read(data, today)
        return spreadsheet.read(data, today)
    except TroubleError as trouble:
        raise ValidationError(trouble_words(trouble.fault)) from None
    except TooManyEventsError:
        raise ValidationError(TOO_MANY) from None
    except spreadsheet.NoTableError:
        raise ValidationError(NO_TABLE) from None
