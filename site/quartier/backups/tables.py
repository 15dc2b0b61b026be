"""Which tables are kept, and what stands in their columns."""

from dataclasses import dataclass

from django.apps import apps
from django.db import models

from quartier.backups.values import kind

LEFT_OUT = {
    "sessions.Session": "who is signed in: a backup in the wrong hands must open no door",
    "signing_in.Presence": "the same",
    "signing_in.Tries": "how often somebody was wrong of late",
    "pictures.Rendition": "sized pictures are made anew when somebody asks for them",
    "wagtailimages.Rendition": "the same",
    "wagtailsearch.IndexEntry": "each database has one of its own kind; it is built anew",
    "wagtailadmin.EditingSession": "who has which page open at this minute",
}
"""Tables whose rows are not kept, and why. They are empty after a backup was restored."""

OF_THE_DATABASE = {"wagtailsearch.SQLiteFTSIndexEntry"}
"""What SQLite itself fills from another table."""


@dataclass(frozen=True)
class Table:
    """A table and its columns in order, each with its kind; by which column it is sorted."""

    name: str
    columns: dict[str, str]
    key: str
    counts: bool
    """Whether the database gives the numbers in the key."""

    @property
    def numbered(self):
        """The column in which the database counts up, or None."""
        return self.key if self.counts else None


@dataclass(frozen=True)
class Kept:
    """A table and the model that knows it."""

    table: Table
    files: dict[str, models.FileField]
    """Columns that name files, each with its field."""


def kept():
    """All tables whose rows are kept, in the order of their names."""
    found = (_kept(model) for model in _models() if model._meta.label not in LEFT_OUT)
    return sorted(found, key=lambda each: each.table.name)


def emptied():
    """The names of all tables that hold what people brought in: those kept and those left out."""
    return sorted(model._meta.db_table for model in _models())


def _models():
    """One model for each table of ours."""
    every = apps.get_models(include_auto_created=True, include_swapped=False)
    real = (
        m for m in every if m._meta.managed and not m._meta.proxy and m._meta.label not in OF_THE_DATABASE
    )
    return {model._meta.db_table: model for model in real}.values()


def _kept(model):
    meta = model._meta
    columns = {field.column: kind(field) for field in meta.local_concrete_fields}
    files = {f.column: f for f in meta.local_concrete_fields if isinstance(f, models.FileField)}
    counts = isinstance(meta.pk, models.AutoField | models.BigAutoField | models.SmallAutoField)
    return Kept(Table(meta.db_table, columns, meta.pk.column, counts), files)
