"""What an update means for the database, said before it is done.

While one web process starts anew, the other still runs the old program on the new tables. So an update may
only add (expand); what nobody needs any more is taken away by a later one (contract). Whatever else a
migration does is named here, and the site has to pause for it.
"""

from dataclasses import dataclass

from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AlterField,
    AlterModelTable,
    AlterUniqueTogether,
    DeleteModel,
    RemoveField,
    RenameField,
    RenameModel,
    RunPython,
    RunSQL,
    SeparateDatabaseAndState,
)


@dataclass(frozen=True)
class Step:
    """One migration that waits, and why the running program would not stand it; empty if it would."""

    name: str
    dangers: tuple[str, ...]


def pending(using=connection) -> list[Step]:
    """The migrations that wait, in their order. Reads the database and changes nothing."""
    executor = MigrationExecutor(using)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    waiting = [migration for migration, _backwards in plan]
    state, steps = executor._create_project_state(with_applied_migrations=True), []
    known = set(state.models)
    for migration in waiting:
        found = []
        for operation in migration.operations:
            found += dangers(operation, migration.app_label, state, known)
            operation.state_forwards(migration.app_label, state)
        steps.append(Step(f"{migration.app_label} {migration.name}", tuple(found)))
    return steps


def dangers(operation, app, state, known) -> list[str]:
    """What the running program would stumble over, in the tables of the models in `known`.

    `state` is that before the operation. What is not known to the running program cannot disturb it.
    """
    if isinstance(operation, SeparateDatabaseAndState):
        return [fault for one in operation.database_operations for fault in dangers(one, app, state, known)]
    if isinstance(operation, RunPython | RunSQL):
        return ["it changes what is stored, by a program of its own"]
    model = getattr(operation, "model_name", None) or getattr(operation, "name", None)
    model = getattr(operation, "old_name", model) if isinstance(operation, RenameModel) else model
    if (app, (model or "").lower()) not in known:
        return []
    said = _said(operation, model, state.models[app, model.lower()].fields)
    return [said] if said else []


def _said(operation, model, fields):
    match operation:
        case DeleteModel() | RenameModel() | AlterModelTable():
            return f"the table of {model} goes away"
        case RemoveField():
            return f"{model}.{operation.name} goes away"
        case RenameField():
            return f"{model}.{operation.old_name} goes away"
        case AddField() if _is_asked_for(operation.field):
            return f"{model}.{operation.name} is asked for, and the running program does not know it"
        case AlterField():
            return _altered(model, operation.name, fields.get(operation.name), operation.field)
        case AddConstraint() | AlterUniqueTogether():
            return f"{model} gets a rule that the running program does not know"
    return ""


def _is_asked_for(field):
    """Whether no row can be written without it. Django gives its default in Python, not in the table."""
    is_column = not isinstance(field, models.ManyToManyField)
    return is_column and not field.null and not field.has_db_default()


def _altered(model, name, before, after):
    if before is None or isinstance(after, models.ManyToManyField):
        return f"{model}.{name} becomes something else"
    if before.null and not after.null:
        return f"{model}.{name} must not be empty any more"
    if before.get_internal_type() != after.get_internal_type():
        return f"{model}.{name} becomes something else"
    if (after.max_length or 0) < (before.max_length or 0):
        return f"{model}.{name} becomes shorter"
    if after.unique and not before.unique:
        return f"{model}.{name} must not occur twice any more"
    return ""
