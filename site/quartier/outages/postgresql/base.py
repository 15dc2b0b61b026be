"""What Django loads by the name of the package."""

import psycopg
from django.db.backends.postgresql import base

from quartier.outages.hanging import GIVEN_UP_BY_SERVER, impatient, watch


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
