"""What editors are told of translations when they move or delete a page, and what they need not see."""

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.locales.components import LOCALE_COMPONENTS

from blocks.originals import originals
from quartier.languages.following import HOME, is_original, original_of

LOCALE_COMPONENTS.clear()
"""No "sync from": it copies every page of the site, though all are read in every language without copies."""


@hooks.register("before_move_page")
def stay_with_the_original(request, page, destination):
    """A translation stands where its original stands: else the two trees would part."""
    if page.get_parent().pk == destination.pk or not _follows(page):
        return None
    words = _("This is a translation. It stands where its original stands: please move “%(title)s”.")
    messages.error(request, words % {"title": _title_of_original(page)})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def stay_with_the_originals(request, action_type, objects, action):
    """The same for many at once: where one of them is a translation, none is moved."""
    if action_type != "move":
        return None
    translations = [each for each in objects if isinstance(each, Page) and _follows(each)]
    if not translations:
        return None
    titles = ", ".join(dict.fromkeys(map(_title_of_original, translations)))
    words = _("Nothing was moved. Translations stand where their originals stand: please move %(titles)s.")
    messages.error(request, words % {"titles": titles})
    return redirect(action.next_url)


def _follows(page):
    """Whether it is a translation that stands where its original stands."""
    return page.depth > HOME and not is_original(page)


def _title_of_original(page):
    return original_of(page).specific.get_admin_display_title()


@hooks.register("before_delete_page")
def say_what_becomes_of_translations(request, page):
    if request.method == "GET" and (said := _said([page])):
        messages.warning(request, said)


@hooks.register("before_bulk_action")
def say_it_of_many(request, action_type, objects, action):
    pages = [each for each in objects if isinstance(each, Page)]
    if action_type == "delete" and request.method == "GET" and (said := _said(pages)):
        messages.warning(request, said)


def _said(pages):
    """In plain words what deleting these pages, and those below, does to other languages."""
    gone = Page.objects.none()
    for page in pages:
        gone |= Page.objects.descendant_of(page, inclusive=True)
    keys = originals(gone).values("translation_key")
    left = Page.objects.filter(translation_key__in=keys).exclude(pk__in=gone.values("pk"))
    names = dict(settings.LANGUAGES)
    codes = left.order_by("locale__language_code").values_list("locale__language_code", flat=True).distinct()
    if codes:
        return ngettext(
            "%(count)d translation is withdrawn with it (%(languages)s). "
            "Its text is not lost: it stays as a draft.",
            "%(count)d translations are withdrawn with it (%(languages)s). "
            "Their texts are not lost: they stay as drafts.",
            left.count(),
        ) % {"count": left.count(), "languages": ", ".join(names.get(code, code) for code in codes)}
    if any(not is_original(page) for page in pages):
        return _("Only the translation is deleted. Readers then read the page in its original again.")
    return ""


@hooks.register("construct_settings_menu")
def one_place_for_languages(request, items):
    """Languages are switched on and off with the centre, and a language that has pages is never deleted."""
    items[:] = [item for item in items if getattr(item, "url", "") != reverse("wagtaillocales:index")]
