"""What a provider tells of a mail, by django-anymail: that it came back, or that somebody called it spam."""

from anymail.signals import EventType, RejectReason, tracking
from django.dispatch import receiver
from django.utils import timezone

from pages.mailbox import key_of
from pages.mailings.bounces.noting import MAY_COME_BACK, came_back
from pages.mailings.models import Delivery
from pages.mailings.verp import delivery_of
from pages.subscribers.leaving import leave
from pages.subscribers.models import Subscriber

DID_NOT_ARRIVE = {EventType.BOUNCED, EventType.REJECTED, EventType.FAILED}
NO_SUCH_ADDRESS = {RejectReason.INVALID, RejectReason.BOUNCED}
WANTS_NO_MORE = {EventType.COMPLAINED, EventType.UNSUBSCRIBED}


@receiver(tracking)
def told(sender, event, esp_name, **kwargs):
    """The mail is known by the proof that went with it, and else by whom it was sent to last."""
    if event.event_type in DID_NOT_ARRIVE:
        is_hard = event.event_type == EventType.BOUNCED or event.reject_reason in NO_SUCH_ADDRESS
        if key := _delivery(event):
            words = event.description or event.mta_response or ""
            came_back(key, "5.1.1" if is_hard else "", words, is_hard, timezone.now())
    elif event.event_type in WANTS_NO_MORE and (key := _delivery(event)):
        for subscriber in Subscriber.objects.filter(
            pk__in=Delivery.objects.filter(pk=key).values("subscriber")
        ):
            leave(subscriber)


def _delivery(event):
    proof = delivery_of(str((event.metadata or {}).get("delivery", "")))
    if proof or not event.recipient:
        return proof
    last = Delivery.objects.filter(key=key_of(event.recipient), state__in=MAY_COME_BACK)
    return last.order_by("-settled_at").values_list("pk", flat=True).first()
