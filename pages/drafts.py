"""A draft that is kept: whoever has something to take down for it hears of it here."""

from django.dispatch import Signal

draft_kept = Signal()
"""Sent with the page (`instance`) and its `revision`, whether that is a new one or was written over.

Django's own signal will not do: what is written over knows nothing of the form.
"""


class Kept:
    """A page that tells whenever its draft is kept."""

    def save_revision(self, *args, **kwargs):
        revision = super().save_revision(*args, **kwargs)
        draft_kept.send(type(self), instance=self, revision=revision)
        return revision
