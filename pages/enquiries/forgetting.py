"""What was sent is forgotten in time: answers, files, and the letters that told of them."""

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from pages.enquiries.models import Attachment, FormPage, Submission
from pages.enquiries.storing import private
from pages.letters.models import Letter

STRAY_AFTER = timedelta(days=1)
PIECE = 100


def delete_overdue(now=None):
    """Delete each submission whose form kept it as long as it may. How many."""
    now, count = now or timezone.now(), 0
    group = FormPage.objects.filter(translation_key=OuterRef("translation_key")).order_by("pk")
    days_of_original = Subquery(group.values("retention_days")[:1])
    for page, days in FormPage.objects.values_list("pk", days_of_original):
        overdue = Submission.objects.filter(page=page, submit_time__lte=now - timedelta(days=days))
        while keys := list(overdue.values_list("pk", flat=True)[:PIECE]):
            Submission.objects.filter(pk__in=keys).delete()
            count += len(keys)
    return count


def sweep(now=None):
    """Delete files that no submission knows: those of a message that could not be taken in. How many."""
    storage, count = private(), 0
    before = (now or timezone.now()) - STRAY_AFTER
    for name in _strangers(storage):
        with suppress(FileNotFoundError):  # another worker was faster
            if storage.get_modified_time(name) < before:
                storage.delete(name)
                count += 1
    return count


def _strangers(storage):
    try:
        _folders, names = storage.listdir("")
    except FileNotFoundError:
        return set()
    return {*names}.difference(Attachment.objects.values_list("file", flat=True))


@receiver(post_delete, sender=Attachment)
def forget_file(sender, instance, **kwargs):
    """The file goes when it is certain that the row has gone."""
    transaction.on_commit(lambda: private().delete(instance.file.name))


@receiver(post_delete, sender=Submission)
def forget_letters(sender, instance, **kwargs):
    """Letters repeat what was sent; one still waiting is not sent any more."""
    Letter.objects.filter(pk__in=[instance.letter_id, instance.copy_id]).delete()
