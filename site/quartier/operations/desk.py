"""What is kept of one person, for editors who answer for it: to be looked at, given out, erased."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from pages.mailbox import NoAddressError, checked
from pages.phrasing import listed
from pages.screens import PermittedScreen
from quartier.operations.person import LABELS, erase, give_out, kept, title_of
from quartier.signing_in.noting import noted

PERMISSION = "subscribers.answer_for_data"


class PersonView(PermittedScreen):
    """Asked by mail address. Nothing of it stands in an address, where logs would keep it."""

    template_name = "wagtailadmin/operations/person.html"
    page_title = gettext_lazy("What we know of somebody")
    header_icon = "user"
    permission_required = PERMISSION

    def post(self, request):
        typed = request.POST.get("address", "")[:400]
        try:
            address = checked(typed)
        except NoAddressError:
            return self._show(
                typed=typed, fault=_("This is no e-mail address. It looks like name@example.org.")
            )
        return self.deeds.get(request.POST.get("do"), PersonView._look)(self, address)

    def _look(self, address, fault=""):
        found = [(title_of(name), map(_spoken, things)) for name, things in kept(address).items()]
        return self._show(typed=address, address=address, found=found, fault=fault)

    def _give_out(self, address):
        noted("safety.given_out", self.request.user)
        told = HttpResponse(give_out(address, timezone.now()), content_type="application/json; charset=utf-8")
        told.headers["Content-Disposition"] = 'attachment; filename="auskunft.json"'
        told.headers["Cache-Control"] = "private, no-store"
        return told

    def _erase(self, address):
        if not self.request.POST.get("sure"):
            return self._look(address, fault=_("Please tick that you are sure. It cannot be undone."))
        erase(address)
        noted("safety.erased", self.request.user)
        messages.success(self.request, _("All that was kept of this address is erased."))
        return redirect(self.request.path)

    deeds = {"give-out": _give_out, "erase": _erase}

    def _show(self, **words):
        return self.render_to_response(self.get_context_data(**words))


def _spoken(thing):
    """Label and words of all that is said there."""
    return [(LABELS[name], _words(said)) for name, said in thing.items() if said or said == 0]


def _words(said):
    if isinstance(said, datetime):
        return date_format(timezone.localtime(said), "SHORT_DATETIME_FORMAT")
    if isinstance(said, dict):
        return "; ".join(f"{label}: {words}" for label, words in said.items())
    return listed(said) if isinstance(said, list) else said
