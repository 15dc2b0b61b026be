"""Mail that comes back: the second time for good, an address is not written to any more.

A mail that the server took resets nothing: many servers take all mail and send it back later, so a success
at that point says little. A bounce is forgotten after a year, or when the person confirms anew.
"""

from datetime import timedelta

from django.db.models import Case, F, Q, Value, When

from pages.subscribers.models import State, Subscriber

STOPPED_AFTER = 2
FORGOTTEN_AFTER = timedelta(days=365)


def note_hard_bounce(key, now) -> bool:
    """Mail to this address (`mailbox.key_of`) came back for good. Whether it is stopped now. One UPDATE.

    Whoever calls it counts each mail once.
    """
    recent = Q(last_bounce_at__gt=now - FORGOTTEN_AFTER)
    times = Case(When(recent, then=F("hard_bounces") + 1), default=Value(1))
    stops = Q(hard_bounces__gte=STOPPED_AFTER - 1) & recent
    state = Case(When(stops, then=Value(State.STOPPED)), default=F("state"))
    mine = Subscriber.objects.confirmed().filter(key=key)
    mine.update(hard_bounces=times, last_bounce_at=now, state=state)
    return Subscriber.objects.filter(key=key, state=State.STOPPED).exists()
