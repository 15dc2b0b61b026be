"""The form for a calendar of others: its address is tried before it is kept."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from pages.events.outside.fetching import Rules, fetch
from pages.events.outside.keeping import AHEAD, BEFORE, keep
from pages.events.outside.reading import read
from pages.events.outside.spoken import outcome, words
from pages.events.outside.trouble import NEVER_RIGHT, TroubleError

PATIENCE = 10.0
"""Seconds: somebody sits and waits."""


class AddressInput(forms.URLInput):
    """Takes webcal://, too: it is what many calendars offer to copy."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        scheme, separator, rest = (value or "").strip().partition("://")
        return f"https://{rest}" if separator and scheme.lower() in ("webcal", "webcals") else value


class OutsideCalendarForm(WagtailAdminModelForm):
    """Refuses an address that can never be right; one that does not answer today is tried again."""

    reading = etag = fault = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["url"].widget = AddressInput()

    def clean_url(self):
        url = self.cleaned_data["url"]
        if "url" in self.changed_data:
            self._try(url)
        if self.fault in NEVER_RIGHT:
            raise ValidationError(words(self.fault), code=self.fault.value)
        return url

    def _try(self, url):
        now = timezone.now()
        try:
            found = fetch(url, rules=Rules(patience=PATIENCE))
            self.reading, self.etag = read(found.data, now - BEFORE, now + AHEAD), found.etag
        except TroubleError as trouble:
            self.fault = trouble.fault

    @property
    def outcome(self):
        """What came of the try, in words; empty where there was none."""
        return outcome(self.reading) if self.reading else words(self.fault)

    @transaction.atomic
    def save(self, commit=True):
        """What the new address says takes the place of the old in the same moment."""
        if "url" in self.changed_data:
            self.instance.etag, self.instance.fetched_at = "", None
            self.instance.tried_at, self.instance.unreadable = timezone.now(), 0
            self.instance.trouble = self.fault.value if self.fault else ""
        calendar = super().save(commit)
        if commit and "url" in self.changed_data:
            calendar.events.all().delete()
            if self.reading:
                keep(calendar, self.reading, self.etag, timezone.now())
        return calendar
