"""What languages add to the editor's side: the overview, the box above a form, and guards around both."""

from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail_localize.wagtail_hooks import (
    ConvertToAliasPageActionMenuItem,
    RestartTranslationPageActionMenuItem,
)

from pages.base import BasePage
from pages.panels import ABOVE, is_translation
from quartier.context import House
from quartier.languages.desk import moving, publishing  # noqa: F401
from quartier.languages.desk.above import above
from quartier.languages.desk.retrying import GivenUpView
from quartier.languages.desk.syncing import SyncView
from quartier.languages.desk.views import (
    ConfirmView,
    MachineStringsView,
    MachineView,
    Overview,
    StartView,
)
from quartier.languages.noting import managed
from quartier.languages.starting import WRITTEN_FREELY
from quartier.languages.upload import UploadView

ADDRESSES = (
    [
        path("", Overview.as_view(), name="overview"),
        path("start/<int:page_id>/<slug:code>/", StartView.as_view(), name="start"),
        path("confirm/<int:page_id>/", ConfirmView.as_view(), name="confirm"),
        path("machine/", MachineView.as_view(), name="machine"),
        path("given-up/<int:errand_id>/", GivenUpView.as_view(), name="given-up"),
    ],
    "languages",
)
IN_PLACE_OF = [
    path("localize/translate/<int:translation_id>/pofile/upload/", UploadView.as_view()),
    path("localize/translate/<int:translation_id>/machine_translate/", MachineStringsView.as_view()),
    path("localize/update/<int:translation_source_id>/", SyncView.as_view()),
]
"""Views of wagtail-localize that we answer ourselves: asked before its own."""


@hooks.register("register_admin_urls", order=-1)
def addresses():
    return [*IN_PLACE_OF, path("languages/", include(ADDRESSES))]


class OverviewMenuItem(MenuItem):
    """Shown to everyone who may edit pages, in a house with several languages."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user) and len(House.of(request).languages) > 1


@hooks.register("register_admin_menu_item")
def overview_menu_item():
    address = reverse("languages:overview")
    return OverviewMenuItem(_("Translations"), address, name="languages", icon_name="globe", order=260)


@hooks.register("construct_reports_menu")
def without_the_other_overview(request, items):
    """Wagtail-localize's own counts by the last press of its button, not by the texts."""
    theirs = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != theirs]


@hooks.register(ABOVE)
def say_above(request, page):
    return above(request, page)


@hooks.register("construct_page_action_menu")
def without_traps(items, request, context):
    """An alias would be German on an Arabic page; and what is written freely is not translated by strings."""
    page, traps = context.get("page"), [ConvertToAliasPageActionMenuItem]
    if page and page.locale.language_code in WRITTEN_FREELY:
        traps.append(RestartTranslationPageActionMenuItem)
    items[:] = [item for item in items if not isinstance(item, tuple(traps))]


@hooks.register("before_edit_page", order=-1)
def bring_the_newest_to_the_translators(request, page):
    """The editor of wagtail-localize opens with what the original says now; unfinished nothing is published.

    Where strings are missing it would publish them in German.
    """
    if not isinstance(page, BasePage) or not is_translation(page):
        return None
    translation = managed(page)
    if translation is None:
        return None
    if request.method != "POST":
        _refresh(translation.source, page.original)
    elif request.POST.get("action") == "publish":
        total, done = translation.get_progress()
        if done < total:
            messages.error(request, _missing(total - done))
            return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def _refresh(source, original):
    published = original.last_published_at
    if original.live and published and source.last_updated_at < published:
        source.update_from_db()


def _missing(number):
    return ngettext(
        "Not published yet: one text is not translated, and readers would see it in German.",
        "Not published yet: %(number)d texts are not translated, and readers would see them in German.",
        number,
    ) % {"number": number}
