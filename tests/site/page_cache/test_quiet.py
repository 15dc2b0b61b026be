"""What may change without making a page old: named one by one, and nothing that readers see."""

import pytest
from django.apps import apps
from django.db import connection

from quartier.page_cache import quiet
from quartier.page_cache.watching import touches

MODELS = apps.get_models(include_auto_created=True)
TABLES = {model._meta.db_table: model for model in MODELS}


def test_quiet_tables_and_columns_are_those_that_exist():
    assert set(TABLES) >= quiet.TABLES - {"django_session"} | set(quiet.COLUMNS) | quiet.WITHDRAWING
    for table, columns in quiet.COLUMNS.items():
        assert columns <= {field.column for field in TABLES[table]._meta.fields}


def test_no_kind_of_page_and_nothing_with_a_public_address_is_quiet():
    shown = {
        name
        for name, model in TABLES.items()
        if hasattr(model, "get_url") or hasattr(model, "translation_key")
    }

    assert not shown & quiet.TABLES


def test_every_table_that_is_not_quiet_makes_pages_old():
    for table in set(TABLES) - quiet.TABLES:
        if not table.startswith(quiet.PREFIXES):
            assert touches(f'INSERT INTO "{table}" ("a") VALUES (%s)'), table
            assert touches(f'DELETE FROM "{table}" WHERE "{table}"."id" IN (%s)'), table


@pytest.mark.parametrize(
    ("sql", "params", "is_seen", "withdraws"),
    [
        ("SELECT 1 FROM wagtailcore_page", (), False, False),
        ("SAVEPOINT a", (), False, False),
        ('INSERT INTO "operations_jobrun" ("name") VALUES (%s)', ("x",), False, False),
        (
            'UPDATE "wagtailcore_page" SET "latest_revision_id" = %s, "draft_title" = %s WHERE "id" = 3',
            (1, ""),
            False,
            False,
        ),
        (
            'UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE "id" = 3',
            ("", ""),
            True,
            False,
        ),
        ('UPDATE "wagtailcore_page" SET "path" = %s, "title" = %s, "live" = %s', ("", "", True), True, False),
        ('UPDATE "wagtailcore_page" SET "path" = %s, "title" = %s, "live" = %s', ("", "", False), True, True),
        ('UPDATE "wagtailcore_page" SET "live" = 0 WHERE "id" = 3', (), True, True),
        (
            "UPDATE wagtailcore_page SET path = %s || substr(path, 9) WHERE path LIKE %s",
            ("a", "b"),
            True,
            True,
        ),
        (
            'UPDATE "wagtailcore_page" SET "numchild" = ("wagtailcore_page"."numchild" + %s) WHERE "id" = 3',
            (1,),
            True,
            False,
        ),
        ("UPDATE wagtailcore_page SET numchild=numchild+1 WHERE path = %s", ("a",), True, False),
        ('DELETE FROM "wagtailcore_page" WHERE "id" IN (%s)', (3,), True, True),
        ('INSERT INTO "wagtailcore_pageviewrestriction" ("a") VALUES (%s)', (3,), True, True),
        ('UPDATE "people_person" SET "name" = %s', ("a",), True, True),
        ('UPDATE "auth_user" SET "last_login" = %s WHERE "id" = 3', (1,), False, False),
        ('UPDATE "auth_user" SET "first_name" = %s WHERE "id" = 3', (1,), True, False),
        ('UPDATE "centre_centre" SET "name" = %s', (1,), True, False),
        ("TRUNCATE wagtailcore_page", (), True, True),
        ("COPY centre_centre FROM STDIN", (), True, True),
        ("CALL tidy_up()", (), True, True),
        ("ALTER TABLE centre_centre ADD x integer", (), True, True),
        ("/* why */ DELETE FROM operations_jobrun", (), True, True),
        ("SELECT 1; DELETE FROM centre_centre", (), True, True),
        ("SELECT 1 ;\n", (), False, False),
        ("EXPLAIN SELECT 1", (), False, False),
        ("EXPLAIN ANALYZE DELETE FROM centre_centre", (), True, True),
        ('DELETE FROM "public"."wagtailcore_pageviewrestriction"', (), True, True),
        ("WITH a AS (SELECT 1) SELECT * FROM a", (), False, False),
        ('WITH a AS (SELECT 1) UPDATE "centre_centre" SET "name" = %s', (1,), True, True),
        ("REPLACE INTO centre_centre VALUES (%s)", (1,), True, False),
        ("something unheard of", (), True, True),
    ],
)
def test_a_statement_is_taken_for_what_it_may_change(sql, params, is_seen, withdraws):
    touched = touches(sql)

    assert bool(touched) == is_seen
    assert bool(touched and touched.withdraws(params)) == withdraws


@pytest.mark.django_db
def test_statements_are_read_as_this_database_writes_them(home):
    seen = []
    with connection.execute_wrapper(lambda do, sql, *rest: (seen.append(touches(sql)), do(sql, *rest))[1]):
        type(home).objects.filter(pk=home.pk).update(draft_title="Neu")
        type(home).objects.filter(pk=home.pk).update(live=True)

    quiet_one, other = [touch for touch in seen if touch] or [None, None], seen
    assert [bool(touch) for touch in other if touch is not None] == [bool(each) for each in quiet_one]
