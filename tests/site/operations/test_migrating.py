"""Which changes of tables a running program survives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import models
from django.db.migrations import operations
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import F, UniqueConstraint

from quartier.operations.management.commands import pending as command
from quartier.operations.migrating import Step, dangers

ROOT = Path(__file__).parents[3]


class Sweep(Operation):
    """What somebody has thought of that we have not."""


CHAR = models.CharField(max_length=50)


def said(operation):
    """Of a program that knows rooms, with a name and perhaps a note."""
    state = ProjectState()
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", CHAR),
        ("note", models.CharField(max_length=50, null=True)),
        ("word", models.CharField()),
        ("seats", models.IntegerField(db_default=0)),
        ("price", models.DecimalField(max_digits=8, decimal_places=2)),
        ("floor", models.ForeignKey("places.Floor", models.CASCADE)),
        ("house", models.ForeignKey("places.House", models.CASCADE, db_constraint=False)),
    ]
    state.add_model(ModelState("places", "Room", fields))
    return dangers(operation, "places", state, {("places", "room")})


HARMLESS = {
    "a new table": operations.CreateModel("Key", [("id", models.BigAutoField(primary_key=True))]),
    "a column that may be empty": operations.AddField("room", "seats", models.IntegerField(null=True)),
    "a column with a default in the table": operations.AddField(
        "room", "seats", models.IntegerField(db_default=0)
    ),
    "a longer text": operations.AlterField("room", "name", models.CharField(max_length=80)),
    "other words beside a field": operations.AlterField(
        "room", "name", models.CharField(max_length=50, help_text="As on the door", blank=True)
    ),
    "a field that need not be filled any more": operations.AlterField(
        "room", "name", models.CharField(max_length=50, null=True)
    ),
    "links to many": operations.AddField("room", "keys", models.ManyToManyField("places.Key")),
    "a table that the running program does not know": operations.DeleteModel("Elsewhere"),
    "an index": operations.AddIndex("room", models.Index(fields=["name"], name="by_name")),
    "an order": operations.AlterModelOptions("room", {"ordering": ["name"]}),
    "a text without an end": operations.AlterField("room", "name", models.CharField()),
    "a larger number": operations.AlterField(
        "room", "price", models.DecimalField(max_digits=9, decimal_places=2)
    ),
    "the same table under another spelling": operations.AlterField(
        "room", "floor", models.ForeignKey("places.floor", models.PROTECT)
    ),
    "a column that the table fills itself": operations.AddField(
        "room",
        "long_name",
        models.GeneratedField(expression=F("name"), output_field=CHAR, db_persist=True),
    ),
    "a name of an index": operations.RenameIndex("room", new_name="by_word", old_name="by_name"),
    "a rule less": operations.RemoveConstraint("room", "once"),
    "words in the table": operations.AlterModelTableComment("room", "For hire"),
}
DANGEROUS = {
    "the table of Room goes away": operations.DeleteModel("Room"),
    "Room.name goes away": operations.RemoveField("Room", "name"),
    "Room.note goes away": operations.RenameField("Room", "note", "hint"),
    "Room.seats is asked for, and the running program does not know it": operations.AddField(
        "Room", "seats", models.IntegerField(default=0)
    ),
    "Room.note must not be empty any more": operations.AlterField("Room", "note", CHAR),
    "Room.name becomes shorter": operations.AlterField("Room", "name", models.CharField(max_length=20)),
    "Room.name becomes something else": operations.AlterField("Room", "name", models.IntegerField()),
    "Room.name must not occur twice any more": operations.AlterField(
        "Room", "name", models.CharField(max_length=50, unique=True)
    ),
    "Room gets a rule that the running program does not know": operations.AddConstraint(
        "Room", UniqueConstraint(fields=["name"], name="once")
    ),
    "it changes what is stored, by a program of its own": operations.RunPython(operations.RunPython.noop),
    "Room.word becomes shorter": operations.AlterField("Room", "word", CHAR),
    "Room.price becomes shorter": operations.AlterField(
        "Room", "price", models.DecimalField(max_digits=6, decimal_places=2)
    ),
    "Room.price becomes less exact": operations.AlterField(
        "Room", "price", models.DecimalField(max_digits=8, decimal_places=0)
    ),
    "Room.seats has no default in the table any more": operations.AlterField(
        "Room", "seats", models.IntegerField(default=0)
    ),
    "Room.floor becomes something else": operations.AlterField(
        "Room", "floor", models.ForeignKey("places.House", models.CASCADE)
    ),
    "Room.house must name what is there": operations.AlterField(
        "Room", "house", models.ForeignKey("places.House", models.CASCADE)
    ),
    "Room.note becomes something else": operations.AlterField(
        "Room", "note", models.CharField(max_length=50, null=True, db_column="hint")
    ),
    "Room.word becomes something else": operations.AlterField(
        "Room", "word", models.CharField(db_collation="nocase")
    ),
    "Room.code is asked for, and the running program does not know it": operations.AddField(
        "Room", "code", models.IntegerField(db_default=0, unique=True)
    ),
    "the rows of Room are counted in another way": operations.AlterOrderWithRespectTo("Room", "floor"),
    "nobody knows what Sweep does to the running program": Sweep(),
}


@pytest.mark.parametrize("operation", HARMLESS.values(), ids=HARMLESS)
def test_what_only_adds_is_done_while_the_site_runs(operation):
    assert said(operation) == []


@pytest.mark.parametrize(("danger", "operation"), DANGEROUS.items(), ids=DANGEROUS)
def test_what_the_running_program_would_stumble_over_is_named(danger, operation):
    assert said(operation) == [danger]


def test_a_renamed_table_is_gone_for_the_running_program():
    assert said(operations.RenameModel("Room", "Hall")) == ["the table of Room goes away"]


def test_what_is_done_to_the_database_alone_counts_too():
    inside = operations.SeparateDatabaseAndState(database_operations=[operations.RemoveField("Room", "name")])

    assert said(inside) == ["Room.name goes away"]


@pytest.mark.parametrize(
    ("steps", "code", "words"),
    [
        ([Step("places 0002_seats", ())], 2, "The site may go on running"),
        (
            [Step("a 0002", ()), Step("places 0003", ("Room.name goes away",))],
            3,
            "Stop the site for this update",
        ),
    ],
)
def test_the_operator_is_told_in_a_sentence_and_by_the_exit_code(monkeypatch, capsys, steps, code, words):
    monkeypatch.setattr(command, "pending", lambda: steps)

    with pytest.raises(SystemExit) as ended:
        call_command("pending")

    out = capsys.readouterr().out
    assert ended.value.code == code
    assert words in out
    assert all(danger in out for step in steps for danger in step.dangers)


def test_before_the_first_migration_everything_waits(tmp_path):
    """Asked of the real migrations, which other tests do without."""
    here = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "quartier.settings.demo",
    }

    done = subprocess.run([sys.executable, "manage.py", "pending"], cwd=ROOT, env=here, capture_output=True)

    said = done.stdout.decode()
    assert "home 0001_initial: only adds" in said, done.stderr.decode()
    assert "it changes what is stored" in said
    assert done.returncode == command.MUST_PAUSE
