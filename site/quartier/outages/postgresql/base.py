"""What Django loads by the name of the package."""

from contextlib import contextmanager

import psycopg
from django.db import InterfaceError, OperationalError, transaction
from django.db.backends.postgresql import base
from django.db.backends.utils import CursorWrapper

from quartier.outages.hanging import GIVEN_UP_BY_SERVER, impatient, watch
from quartier.outages.postgresql import unclear


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection, impatient in processes that answer readers."""

    def get_new_connection(self, conn_params):
        if not watch.is_on:
            return super().get_new_connection(conn_params)
        watch.refuse()
        try:
            return impatient(super().get_new_connection(conn_params), conn_params)
        except psycopg.errors.ConnectionTimeout:
            watch.found_silent(conn_params)
            raise

    def init_connection_state(self):
        super().init_connection_state()
        if watch.is_on:
            with self.connection.cursor() as cursor:
                cursor.execute(f"SET statement_timeout = '{GIVEN_UP_BY_SERVER}s'")

    def _commit(self):
        try:
            return super()._commit()
        except (OperationalError, InterfaceError):
            unclear.send_robust(type(self), connection=self)
            raise

    def make_cursor(self, cursor):
        return Cursor(cursor, self)


class Cursor(CursorWrapper):
    """Tells of what Django does past those who watch statements, too."""

    @contextmanager
    def copy(self, statement, params=None, **options):
        with transaction.atomic(using=self.db.alias):
            self._execute_with_wrappers(statement, params, many=False, executor=lambda *_told: None)
            with self.db.wrap_database_errors, self.cursor.copy(statement, params, **options) as rows:
                yield rows

    def callproc(self, procname, params=None, kparams=None):
        def call(*_told):
            return super(Cursor, self).callproc(procname, params, kparams)

        return self._execute_with_wrappers(f"CALL {procname}", params, many=False, executor=call)
