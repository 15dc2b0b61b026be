"""How often an address is written to because somebody typed it in, whoever does, however it is spelled."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pages.enquiries.intake import hindrances as why
from pages.enquiries.intake import limits as senders
from pages.enquiries.intake.hindrances import Hindrance
from pages.mailbox import limit_key_of
from pages.subscribers.models import Asked

PAUSE, A_DAY = timedelta(minutes=15), timedelta(days=1)
"""One mail in the first, three in the second."""

KEPT = timedelta(days=2)

# One statement, so that of many that ask at the same moment one wins, on SQLite as on PostgreSQL.
TRY = """
INSERT INTO {table} (mark, last_at) VALUES (%(mark)s, %(now)s)
ON CONFLICT (mark) DO UPDATE SET
    last_at = excluded.last_at, second_last_at = {table}.last_at, third_last_at = {table}.second_last_at
WHERE {table}.last_at <= %(pause)s AND ({table}.third_last_at IS NULL OR {table}.third_last_at <= %(day)s)
RETURNING 1
"""


def may_write_to(address, now) -> bool:
    """Whether it may be written to now; if so, that counts as done."""
    values = {"mark": _mark(address), "now": now, "pause": now - PAUSE, "day": now - A_DAY}
    moments = {
        name: connection.ops.adapt_datetimefield_value(values[name]) for name in ("now", "pause", "day")
    }
    with connection.cursor() as cursor:
        cursor.execute(TRY.format(table=Asked._meta.db_table), values | moments)
        return bool(cursor.fetchall())


def knock(request, now):
    """Count who asks, as forms do; raises Hindrance once it is too much."""
    sender = senders.sender_of(request, now)
    if senders.is_over(sender, now):
        raise Hindrance(why.TOO_MUCH, 429)
    senders.note(sender, now)


def forget(now=None):
    """Delete what no longer counts. How many."""
    return Asked.objects.filter(last_at__lte=(now or timezone.now()) - KEPT).delete()[0]


def forget_address(address):
    """Delete what is counted for one address. How many rows."""
    return Asked.objects.filter(mark=_mark(address)).delete()[0]


def _mark(address):
    return salted_hmac("pages.subscribers.asked", limit_key_of(address), algorithm="sha256").hexdigest()
