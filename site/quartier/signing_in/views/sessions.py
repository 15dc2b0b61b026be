"""Where one is signed in, and how to end that."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from quartier.signing_in import presence
from quartier.signing_in.noting import noted
from quartier.signing_in.views.card import FOLDER, Card


class Sessions(Card, TemplateView):
    """All of them, this one first. No address of a device is known."""

    template_name = f"{FOLDER}/sessions.html"

    def get_context_data(self, **kwargs):
        there = list(presence.of(self.request.user))
        here = [each for each in there if presence.is_here(self.request, each)]
        others = [each for each in there if each not in here]
        return {**super().get_context_data(**kwargs), "here": here, "others": others}

    def post(self, request):
        wanted = request.POST.get("end", "")
        if wanted == "others":
            self._said(presence.end_others(request, request.user))
        elif wanted.isascii() and wanted.isdecimal() and len(wanted) < 19:
            self._said(presence.end(presence.of(request.user).filter(pk=wanted)))
        return redirect(request.path)

    def _said(self, number):
        if not number:
            return messages.info(self.request, _("Nobody was signed in there any more."))
        noted("safety.session_ended", self.request.user, number=number)
        words = ngettext("Signed out in one browser.", "Signed out in %(number)d browsers.", number)
        return messages.success(self.request, words % {"number": number})
