"""Several pages published at once: of translations only those that are translated."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from pages.base import BasePage
from pages.panels import is_translation
from quartier.languages.noting import managed


@hooks.register("before_bulk_action")
def publish_no_german_as_translated(request, action_type, objects, action):
    """Where a text is missing, or nobody has begun at all, readers would see German under another name."""
    if action_type != "publish" or action.model is not Page:
        return None
    chosen = list(objects)
    if action.cleaned_form and action.cleaned_form.cleaned_data.get("include_descendants"):
        chosen += [below for page in objects for below in page.get_descendants().not_live()]
    titles = {page.get_admin_display_title() for page in _specific(chosen) if not is_ready(page)}
    if not titles:
        return None
    words = _("Nothing was published: these pages are not translated yet, or not completely: %(titles)s.")
    messages.error(request, words % {"titles": ", ".join(sorted(titles))})
    return redirect(action.next_url)


def _specific(pages):
    return Page.objects.filter(pk__in=[page.pk for page in pages]).specific()


def is_ready(page) -> bool:
    """Whether a page can be published: an original always, a translation once somebody has translated it."""
    if not isinstance(page, BasePage) or not is_translation(page):
        return True
    translation = managed(page)
    if translation is None:
        return bool(page.latest_revision_id)
    total, done = translation.get_progress()
    return done == total
