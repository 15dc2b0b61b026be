"""Which pages a partner runs: those of any kind that name it in a field called `partner`."""

from functools import lru_cache

from django.core.exceptions import FieldDoesNotExist
from wagtail.models import Page, get_page_models

from blocks.originals import originals
from pages.partners.models import PartnerPage


@lru_cache
def models_with_partner():
    """Every kind of page that can be run by a partner."""
    return tuple(model for model in get_page_models() if _names_a_partner(model))


def run_by(key):
    """The published originals that are run by a partner in any of its languages. One query.

    Of a published page the database holds what was published: a draft in which somebody has written
    another partner counts for nothing.
    """
    pages = Page.objects.none()
    for model in models_with_partner():
        named = model.objects.filter(partner__translation_key=key)
        pages |= Page.objects.filter(pk__in=named.values("pk"))
    return originals(pages.filter(live=True, alias_of=None))


def _names_a_partner(model):
    try:
        return model._meta.get_field("partner").related_model is PartnerPage
    except FieldDoesNotExist:
        return False
