"""What is wrong around the program, in one sentence that names it, in place of a traceback."""

import errno
import os
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from django.db.utils import OperationalError, ProgrammingError
from environs import EnvError, validate

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


def something(value):
    """Not only set, but said."""
    _refuse_unless(value and str(value).strip(), "it is empty.")


def web_address(value):
    """With https:// (or http://) and a name, and nothing behind it."""
    try:
        parts = urlsplit(value)
        is_one = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
        is_one = is_one and not parts.path.strip("/") and not parts.query and not parts.fragment
    except ValueError:
        is_one = False
    _refuse_unless(is_one, "it is no address like https://www.example.org.")


def names(value):
    """Of hosts: no addresses."""
    _refuse_unless(any(value), "it is empty.")
    _refuse_unless(
        not any("/" in name for name in value), "names are wanted, like www.example.org, without https://."
    )


def folder(value):
    """Makes it, if need be."""
    try:
        value.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        _refuse_unless(False, f"{value} cannot be made ({fault.strerror}).")
    _refuse_unless(os.access(value, os.W_OK | os.X_OK), f"nothing can be written into {value}.")


def database(value):
    """Nothing of it is repeated: it holds a password."""
    try:
        dj_database_url.parse(value)
    except ValueError:
        _refuse_unless(False, "it is no address like postgres://user:password@host/name.")


def mail_server(value):
    """Nothing of it is repeated: it holds a password."""
    try:
        is_one = "EMAIL_BACKEND" in dj_email_url.parse(value)
    except ValueError:
        is_one = False
    _refuse_unless(is_one, "it is no address like submission://user:password@mail.example.")


def _refuse_unless(is_right, words):
    if not is_right:
        raise validate.ValidationError(words)
