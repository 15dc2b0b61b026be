"""Things that the house stands on, gone for as long as a test wants."""

import errno
from contextlib import contextmanager
from unittest import mock

import psycopg
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import OperationalError, connection

WRITING = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT")


@contextmanager
def database_gone(for_writing=False):
    """Each question, or each change, fails as with a PostgreSQL that has hung up."""

    def refuse(execute, sql, params, many, context):
        if not for_writing or sql.lstrip().startswith(WRITING):
            raise OperationalError("gone") from psycopg.OperationalError("server closed the connection")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


@contextmanager
def no_place_for_uploads():
    """The folder for temporary files takes nothing."""
    with mock.patch.object(TemporaryUploadedFile, "__init__", no_place):
        yield


def no_place(*args, **kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


def full_disk(file):
    """A content that can be written in part only."""

    class Cut(type(file)):
        def chunks(self, chunk_size=None):
            yield b"the beginning"
            raise OSError(errno.ENOSPC, "No space left on device")

    file.__class__ = Cut
    return file
