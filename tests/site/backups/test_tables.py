"""Nothing that somebody wrote is forgotten: a table is kept, or it is said why not."""

from django.apps import apps
from django.db import connection, models

from quartier.backups.tables import LEFT_OUT, OF_THE_DATABASE, kept


def test_every_table_is_kept_or_left_out_for_a_reason():
    every = {
        model._meta.db_table for model in apps.get_models(include_auto_created=True) if not model._meta.proxy
    }
    known = {each.table.name for each in kept()}
    out = {
        apps.get_model(label)._meta.db_table for label in LEFT_OUT.keys() | OF_THE_DATABASE if _is_here(label)
    }

    assert every == known | out
    assert not known & out


def test_every_file_that_a_table_names_comes_along():
    fields = {column for each in kept() for column in each.files}

    assert fields == {"file", "featured_image", "avatar"} & fields
    assert sum(len(each.files) for each in kept()) == sum(
        isinstance(field, models.FileField)
        for model in apps.get_models()
        if model._meta.label not in LEFT_OUT
        for field in model._meta.local_fields
    )


def _is_here(label):
    return label in {model._meta.label for model in apps.get_models()}


def test_the_database_of_these_tests_is_one_of_the_two():
    assert connection.vendor in ("sqlite", "postgresql")
