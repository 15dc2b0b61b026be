"""The editor's desk: the first screen after logging in, and the list of what is still to be filled in."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.contrib.settings.registry import SettingMenuItem
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from pages.blanks import drafts_with_blanks
from pages.centre.models import Centre, OpeningHours
from pages.events.desk import rows
from pages.events.models import CalendarPage
from pages.newsletters.models import NewsletterIndexPage
from pages.newsletters.preparing import waiting
from pages.screens import Screen
from pages.services.models import ServiceIndexPage
from pages.services.reports import due_for_review
from quartier.announcing.rights import may_announce

SHOWN = 5
NEW = [
    (CalendarPage, ("events", "eventpage"), _("New event"), "date"),
    (ServiceIndexPage, ("services", "servicepage"), _("New service"), "calendar-check"),
    (NewsletterIndexPage, ("newsletters", "newsletterpage"), _("New newsletter"), "mail"),
]
"""What is made most often: the kind of page above it, its own kind, words and sign."""


def unfinished(user):
    """The pages that a user may change and whose draft has blanks, each with them."""
    may_change = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return drafts_with_blanks(may_change)


class WelcomePanel(Component):
    """What one comes here for most often, and what is still to be filled in."""

    name = "welcome"
    order = 50
    template_name = "wagtailadmin/home/welcome.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        drafts = list(unfinished(request.user))
        return {
            "links": list(_ways(request)),
            "drafts": drafts[:SHOWN],
            "more": max(len(drafts) - SHOWN, 0),
            "due": due_for_review(request.user).count(),
            "newsletters": waiting(request.user)[:SHOWN],
        }


def _ways(request):
    """Where most visits to the desk lead, as address, words and sign; only where the user may go."""
    if may_announce(request.user):
        yield reverse("urgent"), _("Urgent notice"), "warning"
    site = Site.find_for_request(request)
    home = site.root_page if site else None
    for model, kind, words, sign in NEW:
        if above := _above(model, home, request.user):
            yield reverse("wagtailadmin_pages:add", args=[*kind, above.pk]), words, sign
    if rows.visible(request.user).exists():
        yield reverse("events:soon"), _("The next two weeks"), "calendar-check"
    if home and home.permissions_for_user(request.user).can_add_subpage():
        yield reverse("wagtailadmin_pages:add_subpage", args=[home.pk]), _("New page"), "plus"
    if home:
        yield reverse("wagtailadmin_explore", args=[home.pk]), _("Find and change a page"), "search"
    if policy_registry.get_by_type(OpeningHours).user_has_permission(request.user, "change"):
        yield reverse("wagtailsnippets_centre_openinghours:list"), _("Opening hours"), "time"
    centre = SettingMenuItem(Centre)
    if centre.is_shown(request):
        yield centre.url, _("Name, address and closed days"), "home"


def _above(model, home, user):
    """The finder or calendar below which a user may add a page; None where there is none."""
    found = model.objects.live().descendant_of(home).order_by("path") if home else ()
    return next((each for each in found if each.permissions_for_user(user).can_add_subpage()), None)


class BlanksReport(PermissionCheckedMixin, Screen):
    """All pages with blanks that an editor has not filled in yet."""

    page_title = _("Still to be filled in")
    header_icon = "warning"
    template_name = "wagtailadmin/reports/blanks.html"
    model = Page
    any_permission_required = ("add", "change", "publish")

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "drafts": list(unfinished(self.request.user))}


def reminder(blanks):
    """What is said after saving a page that still has blanks."""
    return ngettext(
        "One blank in this page waits to be filled in. It is named above the form.",
        "%(number)d blanks in this page wait to be filled in. They are listed above the form.",
        len(blanks),
    ) % {"number": len(blanks)}
