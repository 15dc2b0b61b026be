"""PostgreSQL as Django speaks with it, for a house in which a line may be lost and a server may hang.

Readers never wait long for it; a change of which nobody knows whether it was done is told of; and no change
passes by those who watch the statements.
"""

from django.dispatch import Signal

unclear = Signal()
"""Sent with a `connection` whose commit failed, before Django forgets what was to happen after it."""
