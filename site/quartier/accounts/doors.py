"""Which doors of the editor's side open to somebody who works for a partner alone: these, and no others.

Wagtail hands out much to whoever may enter at all: titles of drafts in choosers and reports, the history of
any page. So every address is closed until it stands here, those of Wagtail's next version too.
"""

from urllib.parse import urlsplit

from django.shortcuts import redirect
from wagtail.admin.auth import permission_denied
from wagtail.models import Page, Site

from quartier.accounts.limited import is_limited, own_pages, readable
from quartier.accounts.mentions import points_too_far
from quartier.accounts.veil import veiled

DESK = "/admin/"
OPEN = {
    *("wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_login", "wagtailadmin_logout"),
    *("account_login", "mfa_authenticate", "mfa_login_webauthn", "mfa_index", "sessions"),
    "own_password",
    *("mfa_activate_totp", "mfa_deactivate_totp", "mfa_list_webauthn", "mfa_add_webauthn"),
    *("mfa_edit_webauthn", "mfa_remove_webauthn", "mfa_view_recovery_codes"),
    *("mfa_generate_recovery_codes", "mfa_download_recovery_codes"),
    *("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"),
    *("wagtailadmin_sprite", "wagtailadmin_javascript_catalog", "wagtailadmin_dismissibles"),
    *("wagtailadmin_password_reset", "wagtailadmin_password_reset_done"),
    *("wagtailadmin_password_reset_confirm", "wagtailadmin_password_reset_complete"),
    *("wagtailadmin_editing_sessions:release", "wagtailadmin_block_preview"),
    *("wagtailadmin_choose_page_search", "wagtailadmin_choose_page_email_link"),
    *("wagtailadmin_choose_page_phone_link", "wagtailadmin_choose_page_anchor_link"),
    *("wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete", "events:try"),
    *(f"wagtailimages_chooser:{step}" for step in ("choose", "choose_results", "chosen", "create")),
    *(
        f"wagtailsnippetchoosers_{kind}:{step}"
        for kind in ("people_person", "topics_topic", "topics_audience", "places_place", "places_room")
        for step in ("choose", "choose_results", "chosen")
    ),
    "wagtailsnippetchoosers_centre_openinghours:choose",
    "wagtailsnippetchoosers_centre_openinghours:choose_results",
    "wagtailsnippetchoosers_centre_openinghours:chosen",
}
TO_THE_DESK = {"wagtailadmin_explore_root", "wagtailadmin_explore", "wagtailadmin_pages:search"}
"""Where saving and the search lead. Their own pages are on the first screen."""

OWN = {
    **{
        f"wagtailadmin_pages:{name}": "page_id"
        for name in (
            *("edit", "preview_on_edit", "view_draft", "history", "history_results"),
            *("revisions_index", "revisions_view", "revisions_revert"),
            *("workflow_action", "collect_workflow_action_data", "confirm_workflow_cancellation"),
            *("workflow_preview", "workflow_history", "workflow_history_detail"),
        )
    },
    **{f"events:{name}": "page_id" for name in ("dates", "date", "from_here", "add_date")},
    "wagtailadmin_pages:revisions_compare": "pk",
    "wagtailadmin_editing_sessions:ping": "object_id",
}
"""Doors to one page, and the part of the address that names it."""

WRITING = {"wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit"}


class Doors:
    """Stands at every door of the editor's side."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not (request.path_info.startswith(DESK) and is_limited(request.user)):
            return self.get_response(request)
        with veiled(own_pages(request.user).values_list("pk", flat=True)):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not (request.path_info.startswith(DESK) and is_limited(request.user)):
            return None
        name = request.resolver_match.view_name
        if name in TO_THE_DESK:
            return redirect("wagtailadmin_home")
        return None if _opens(request, name, kwargs) else permission_denied(request)


def _opens(request, name, kwargs):
    if name in OPEN:
        return True
    if name in OWN:
        return _is_own(request, name, kwargs)
    if name in ("wagtailadmin_choose_page", "wagtailadmin_choose_page_child"):
        return _may_look_below(request, kwargs)
    return name == "wagtailadmin_choose_page_external_link" and _leads_away(request)


def _is_own(request, name, kwargs):
    key = str(kwargs[OWN[name]])
    page = own_pages(request.user).filter(pk=key).first() if key.isdecimal() else None
    if page is None or kwargs.get("app_label", "") not in (
        "",
        page.specific_class._meta.app_label,
        "wagtailcore",
    ):
        return False
    return not (name in WRITING and request.method == "POST" and points_too_far(request, page.specific))


def _may_look_below(request, kwargs):
    """Begins at the home page: else Wagtail names the nearest page above all of a kind, whatever it is."""
    site = Site.find_for_request(request)
    first = site.root_page if site else Page.get_first_root_node()
    return kwargs.setdefault("parent_page_id", first.pk) in readable(request.user)


def _leads_away(request):
    """Not for addresses of the site itself: Wagtail would answer with the title of the page there."""
    address = urlsplit(request.POST.get("external-link-chooser-url", ""))
    ours = {request.get_host().partition(":")[0], *Site.objects.values_list("hostname", flat=True)}
    return request.method != "POST" or bool(address.hostname and address.hostname not in ours)
