"""What happens to the table of dates when something else than an event is saved or deleted."""

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page

from pages.centre.models import Centre, Closure
from pages.events import school, upkeep
from pages.events.choices import OnClosedDays
from pages.events.models import EventPage, Occurrence, SchoolHoliday
from pages.events.occurrences import rebuild_published
from pages.places.models import Room


@receiver(post_delete, sender=Page)
def end_with_the_original(instance, **_):
    """An event that is deleted is over in every language: its translations are withdrawn, and not lost.

    Of a page that is deleted its own part goes before the part that all pages have.
    """
    group = EventPage.objects.filter(translation_key=instance.translation_key)
    if not group.filter(pk__lt=instance.pk).exists():
        for page in group.live():
            page.unpublish()


@receiver(post_save, sender=Page)
def notice_in_passing(instance, update_fields, **_):
    """Who withdraws pages when their time is over, or moves them, saves only the part that all pages have."""
    if update_fields is None:
        rebuild_published(EventPage, instance.translation_key)


@receiver(pre_delete, sender=Room)
def remember_what_was_there(instance, **_):
    here = Occurrence.objects.filter(room=instance, page__isnull=False).order_by()
    instance.events = list(here.values_list("event", flat=True).distinct())


@receiver(post_delete, sender=Room)
def back_to_the_usual_room(instance, **_):
    """What was elsewhere is where the event is; by now nothing names the room any more."""
    for key in instance.events:
        rebuild_published(EventPage, key)


def _remember(instance, fields):
    """What the database says before a row is saved: who saves a form saves all its rows, changed or not."""
    instance.known = type(instance)._default_manager.filter(pk=instance.pk).values_list(*fields).first()
    instance.is_news = instance.known != tuple(getattr(instance, field) for field in fields)


@receiver(pre_save, sender=SchoolHoliday)
def notice_other_holidays(instance, **_):
    _remember(instance, ("first_day", "last_day", "region"))


@receiver(pre_save, sender=Closure)
def notice_other_closed_days(instance, **_):
    _remember(instance, ("first_day", "last_day", "reason"))


@receiver(pre_save, sender=Centre)
def notice_another_state(instance, **_):
    _remember(instance, ("region",))


@receiver(post_delete, sender=SchoolHoliday)
def school_after_all(**_):
    upkeep.rebuild_series(Q(skips_school_holidays=True))


@receiver(post_save, sender=SchoolHoliday)
def no_school(instance, **_):
    if instance.is_news:
        school_after_all()


@receiver(post_delete, sender=Closure)
def open_after_all(instance, **_):
    _rebuild_around((instance.first_day, instance.last_day))


@receiver(post_save, sender=Closure)
def house_is_closed(instance, **_):
    if instance.is_news:
        before = instance.known or ()
        _rebuild_around(before[:2], (instance.first_day, instance.last_day))


def _rebuild_around(*spans):
    """Single dates on days on which the house is closed are told as such, too."""
    upkeep.rebuild_series(~Q(on_closed_days=OnClosedDays.IGNORE), filter(None, spans))


@receiver(post_save, sender=Centre)
def house_is_in_another_state(instance, **_):
    if instance.is_news:
        school.fill_in(instance.region)
        upkeep.rebuild_series(Q(skips_school_holidays=True) | Q(skips_public_holidays=True))
