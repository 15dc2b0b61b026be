"""The editor's side as somebody sees it who works for a partner alone."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from quartier.accounts.limited import is_limited, own_pages, readable


class OwnPagesPanel(Component):
    """The pages of a partner, and how far each one is."""

    name = "own_pages"
    order = 50
    template_name = "wagtailadmin/home/own_pages.html"

    def get_context_data(self, parent_context):
        pages = own_pages(parent_context["request"].user).order_by("title").specific()
        return {"pages": list(pages.defer_streamfields())}


@hooks.register("construct_page_chooser_queryset")
def only_what_may_be_read(pages, request):
    return pages.filter(pk__in=readable(request.user)) if is_limited(request.user) else pages


@hooks.register("construct_homepage_panels", order=1000)
def own_desk(request, panels):
    if is_limited(request.user):
        panels[:] = [OwnPagesPanel()]


@hooks.register("construct_homepage_summary_items", order=1000)
def without_numbers(request, items):
    if is_limited(request.user):
        items.clear()


@hooks.register("construct_main_menu", order=1000)
def own_menu(request, items):
    if is_limited(request.user):
        items[:] = [MenuItem(_("Your pages"), reverse("wagtailadmin_home"), icon_name="doc-full")]
