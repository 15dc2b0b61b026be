"""What an update means for the database, said before it is done.

While one web process starts anew, the other still runs the old program on the new tables. So an update may
only add (expand); what nobody needs any more is taken away by a later one (contract). Whatever else a
migration does is named here, and the site has to pause for it; so is what nobody here has heard of.

Two things are let pass, for the seconds that they last: a row that the old program deletes while a new table
points to it (that fails, once), and a lock on a table while an index is made.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.migrations import operations as ops
from django.db.migrations.executor import MigrationExecutor

HARMLESS = (
    *(ops.CreateModel, ops.AddIndex, ops.RemoveIndex, ops.RenameIndex, ops.AlterIndexTogether),
    *(ops.RemoveConstraint, ops.AlterConstraint, ops.AlterModelOptions, ops.AlterModelManagers),
    ops.AlterModelTableComment,
)
LOOKED_AT = (
    *(ops.DeleteModel, ops.RenameModel, ops.AlterModelTable, ops.AlterOrderWithRespectTo),
    *(ops.AddField, ops.AlterField, ops.RemoveField, ops.RenameField),
    *(ops.AddConstraint, ops.AlterUniqueTogether),
)
SMALLER = {
    "max_length": "becomes shorter",
    "max_digits": "becomes shorter",
    "decimal_places": "becomes less exact",
}
"""Limits of a column, of which None is none; what is said where they become tighter."""

OTHERWISE = ("db_column", "db_collation")


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
    if isinstance(operation, ops.SeparateDatabaseAndState):
        return [fault for one in operation.database_operations for fault in dangers(one, app, state, known)]
    if isinstance(operation, ops.RunPython | ops.RunSQL):
        return ["it changes what is stored, by a program of its own"]
    if isinstance(operation, HARMLESS):
        return []
    if not isinstance(operation, LOOKED_AT):
        return [f"nobody knows what {type(operation).__name__} does to the running program"]
    model = getattr(operation, "model_name", None) or getattr(operation, "name", None)
    model = getattr(operation, "old_name", model) if isinstance(operation, ops.RenameModel) else model
    if (app, model.lower()) not in known:
        return []
    there = state.models.get((app, model.lower()))
    said = _said(operation, model, there.fields if there else {})
    return [said] if said else []


def _said(operation, model, fields):
    match operation:
        case ops.DeleteModel() | ops.RenameModel() | ops.AlterModelTable():
            return f"the table of {model} goes away"
        case ops.RemoveField():
            return f"{model}.{operation.name} goes away"
        case ops.RenameField():
            return f"{model}.{operation.old_name} goes away"
        case ops.AddField() if _is_asked_for(operation.field):
            return f"{model}.{operation.name} is asked for, and the running program does not know it"
        case ops.AlterField():
            said = _altered(fields.get(operation.name), operation.field)
            return said and f"{model}.{operation.name} {said}"
        case ops.AddConstraint() | ops.AlterUniqueTogether():
            return f"{model} gets a rule that the running program does not know"
        case ops.AlterOrderWithRespectTo():
            return f"the rows of {model} are counted in another way"
    return ""


def _is_asked_for(field):
    """Whether the running program can write no row without it, or no second one.

    Django gives its default in Python, not in the table.
    """
    if field.many_to_many or field.generated or field.null:
        return False
    return not field.has_db_default() or field.unique


def _altered(before, after):
    """What becomes of a column, for who still takes it for what it was before."""
    if before is None or after.many_to_many or _is_another(before, after):
        return "becomes something else"
    if before.null and not after.null:
        return "must not be empty any more"
    if before.has_db_default() and not (after.has_db_default() or after.null):
        return "has no default in the table any more"
    for limit, said in SMALLER.items():
        if _is_tighter(getattr(before, limit, None), getattr(after, limit, None)):
            return said
    if after.unique and not before.unique:
        return "must not occur twice any more"
    if getattr(after, "db_constraint", False) and not getattr(before, "db_constraint", False):
        return "must name what is there"
    return ""


def _is_another(before, after):
    """Another kind, another name in the table, or the key of another table."""
    return (
        before.get_internal_type() != after.get_internal_type()
        or any(getattr(before, name, None) != getattr(after, name, None) for name in OTHERWISE)
        or _table(before) != _table(after)
    )


def _table(field):
    """What it points to, as migrations name it."""
    model = field.remote_field.model if field.remote_field else None
    return (model if isinstance(model, str) else model._meta.label).lower() if model else ""


def _is_tighter(before, after):
    return after is not None and (before is None or after < before)
