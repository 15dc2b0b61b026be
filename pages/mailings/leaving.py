"""Who leaves is forgotten here, too: no mail is sent any more, and no address is kept."""

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone

from pages.mailings.models import Delivery, State
from pages.subscribers.models import Subscriber

WITHOUT_ADDRESS = {
    "address": "",
    "key": Concat(Value("#"), Cast(F("pk"), CharField())),
}
"""In place of an address, the number of the row."""


@receiver(pre_delete, sender=Subscriber)
def forget_who_leaves(sender, instance, **kwargs):
    """Whoever deletes a subscriber. What a worker has in its hands it drops by itself."""
    theirs = Delivery.objects.filter(subscriber=instance)
    theirs.filter(state=State.QUEUED).update(state=State.DROPPED, settled_at=timezone.now())
    theirs.update(**WITHOUT_ADDRESS)
