"""What is wrong around the program, in one sentence that names it, in place of a traceback."""

import errno
import sys
from contextlib import contextmanager

from django.db.utils import OperationalError, ProgrammingError
from environs import EnvError

SEE = "What can be set stands in the table of site/README.md."
WHERE = "(--traceback shows where.)"
CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT}
"""Of these a person knows what to do, once the place is named."""


@contextmanager
def told_plainly():
    """Ends the program with one sentence where a variable is missing or makes no sense."""
    try:
        yield
    except EnvError as fault:
        sys.exit(f"{sentence(str(fault))} {SEE}")


@contextmanager
def outage_told_plainly(in_full):
    """Ends a command with one sentence where the database is gone or bare, or nothing can be written."""
    try:
        yield
    except (OperationalError, ProgrammingError) as fault:
        words = str(fault).partition("\n")[0].rstrip(".")
        is_missing = "no such" in words or "does not exist" in words
        if in_full or not (is_missing or isinstance(fault, OperationalError)):
            raise
        hint = (
            "Was it migrated?" if is_missing else "Is it running, is there room, and is DATABASE_URL right?"
        )
        sys.exit(f"The database does not do what it is asked: {words}. {hint} {WHERE}")
    except OSError as fault:
        if in_full or fault.errno not in CLOSED:
            raise
        sys.exit(f"{fault.filename or 'The disk'}: {fault.strerror}. {WHERE}")


def sentence(fault):
    """`Environment variable "PORT" invalid: Not a valid integer.` as one would say it.

    It never holds the value: that may be a secret.
    """
    _before, _quote, rest = fault.partition('"')
    name, _quote, rest = rest.partition('"')
    if "invalid" not in rest:
        return f"The variable {name} is not set, and nothing starts without it."
    reason = rest.partition("invalid:")[2].strip(" '\"[]")
    return f"The variable {name} has a value that cannot be right: {reason[:1].lower()}{reason[1:]}"
