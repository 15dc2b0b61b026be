"""Days and times typed into the browser's own fields, which know the reader's calendar.

Wagtail's pickers stay open over the next field when one goes on with the Tab key, and are small on a phone.
"""

from django import forms


class DayInput(forms.DateInput):
    """A day."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, "%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time, to the minute."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, "%H:%M")
