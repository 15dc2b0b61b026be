"""What must happen when sizes of a picture disappear."""

from django.db.models.signals import post_delete

from pages.pictures.models import Rendition
from pages.pictures.sources import forget


def forget_sources(instance, **kwargs):
    forget(instance.image_id)


def connect():
    post_delete.connect(forget_sources, sender=Rendition)
