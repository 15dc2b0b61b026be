"""What is remembered of texts: the editions of an original, and on which one a translation is based."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Locale, Page, Revision

MOST_EDITIONS = 60
"""So many changes of an original are remembered; who goes back further makes a new edition."""


class Record(models.Model):
    """What is known of the published texts of one page. Facts do not count.

    Each text that an original was published with belongs to an edition. A small change belongs to the edition
    before it, and a text that comes back is what it was. A translation is older than its original when that
    shows another edition than the one which was translated.
    """

    page = models.OneToOneField(Page, models.CASCADE, primary_key=True, related_name="record")
    fingerprint = models.CharField(max_length=64)
    edition = models.PositiveIntegerField(default=1)
    editions = models.JSONField(default=list)
    since = models.DateTimeField(default=timezone.now)
    """Of an original: when this edition came out. Of a translation: when it was published or confirmed."""
    based_on = models.PositiveIntegerField(default=0)
    is_machine = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.page_id}: {self.edition}"

    def note(self, fingerprint, at, is_small=False):
        """Take down the text that is published now."""
        if fingerprint == self.fingerprint:
            return
        before = self.edition if self.editions else 0
        known = self.edition_of(fingerprint)
        if known:
            self.edition = known
        elif not (is_small and self.editions):
            self.edition = max((edition for _text, edition, _at in self.editions), default=0) + 1
        if self.edition != before:
            self.since = at
        self.fingerprint = fingerprint
        self.editions = [*self.editions, [fingerprint, self.edition, at.isoformat()]][-MOST_EDITIONS:]

    def edition_of(self, fingerprint):
        """The edition that a text belongs to; None for one that was never published."""
        found = (edition for text, edition, _at in reversed(self.editions) if text == fingerprint)
        return next(found, None)

    def edition_at(self, moment):
        """The edition that could be read then; the first one before there was any."""
        editions = [(datetime.fromisoformat(at), edition) for _text, edition, at in self.editions]
        read = [edition for at, edition in editions if at <= moment]
        return read[-1] if read else next((edition for _at, edition in editions), self.edition)


class SmallChange(models.Model):
    """A draft of an original of which somebody said that translations need not follow it."""

    revision = models.OneToOneField(Revision, models.CASCADE, primary_key=True, related_name="+")

    wagtail_reference_index_ignore = True

    def __str__(self):
        return str(self.revision_id)


class Errand(models.Model):
    """A page that a machine shall translate into a language, or has."""

    WAITING, DONE, GIVEN_UP = "waiting", "done", "given-up"

    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    publishes = models.BooleanField(default=False)
    state = models.CharField(max_length=8, default=WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "locale"], name="one_errand_per_text")]

    def __str__(self):
        return f"{self.page_id} → {self.locale_id}: {self.state}"
