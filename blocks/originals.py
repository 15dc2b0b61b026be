"""Which page of a group of translations came first: its facts hold for all of them."""

from django.db.models import Exists, OuterRef
from wagtail.models import Page


def originals(pages):
    """Of these pages those that are nobody's translation."""
    earlier = Page.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    return pages.exclude(Exists(earlier))
