"""All mailings, and one of them: how far it is, what went wrong, what can be done."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages

from pages.letters.framing import SANDBOX, framed
from pages.mailings.desk import logged, steering, telling
from pages.mailings.desk.rights import may_send, shown
from pages.mailings.models import Mailing, Purpose, State, Words
from pages.screens import Screen

ON_ONE_PAGE = 20
NAMES = dict(settings.LANGUAGES)
TURNS = ("pause", "resume", "continue", "stop")


class SenderMixin:
    """For those who may send to everybody; others are told nothing."""

    def dispatch(self, request, *args, **kwargs):
        if not may_send(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class MailingsView(SenderMixin, Screen):
    """What is planned, on its way and sent, the newest first."""

    template_name = "wagtailadmin/mailings/mailings.html"
    page_title = _("Mailings")
    header_icon = "mail"

    def get_context_data(self, **kwargs):
        all_of_them = Mailing.objects.select_related("made_by").order_by("-made_at", "-pk")
        page = Paginator(all_of_them, ON_ONE_PAGE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "plans": telling.plans() if page.number == 1 else [],
            "mailings": telling.told(page.object_list),
            "shown": page,
        }


class MailingView(SenderMixin, Screen):
    """One mailing. `?part=progress` is only the part that changes while it is on its way."""

    template_name = "wagtailadmin/mailings/mailing.html"
    header_icon = "mail"

    @cached_property
    def mailing(self):
        return get_object_or_404(Mailing.objects.select_related("made_by"), pk=self.kwargs["mailing_id"])

    def get_page_title(self):
        return self.mailing.name

    def get_page_subtitle(self):
        return Purpose(self.mailing.purpose).label

    def way(self):
        return [(reverse("mailings:list"), MailingsView.page_title)]

    def get(self, request, *args, **kwargs):
        if request.GET.get("part") == "progress":
            [told] = telling.told([self.mailing])
            return render(request, "wagtailadmin/mailings/progress.html", {"told": told})
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        [told] = telling.told([self.mailing])
        return {
            **super().get_context_data(**kwargs),
            "told": told,
            "failed": self._listed(told, State.FAILED),
            "uncertain": self._listed(told, State.UNCERTAIN),
            "most": telling.LISTED,
            "words": [(NAMES.get(each.language, each.language), each) for each in self._words()],
            "history": logged.history(self.mailing),
            "sandbox": SANDBOX,
        }

    def _words(self):
        return self.mailing.words.defer("html", "text").order_by("pk")

    def _listed(self, told, state):
        return [(row, shown(row.address, self.request.user)) for row in told.rows(state)]

    def post(self, request, *args, **kwargs):
        verb = request.POST.get("verb", "")
        if verb in TURNS:
            self._turn(verb)
        elif verb in ("send-again", "try-again"):
            self._again(verb)
        return redirect(request.path)

    def _turn(self, verb):
        said = steering.turn(self.mailing, verb)
        if said is None:
            messages.warning(self.request, _("Nothing was changed: the mailing had moved on meanwhile."))
            return
        logged.note(verb, self.mailing, self.request.user)
        messages.success(self.request, said)

    def _again(self, verb):
        count, said = steering.again(self.mailing, self.request.POST)
        if not count:
            messages.warning(self.request, _("Nothing was sent again. Was anything ticked?"))
            return
        logged.note("again", self.mailing, self.request.user, count=count, was=verb)
        messages.success(self.request, said)


class WordsView(SenderMixin, View):
    """What was sent in one language, for a frame that can do nothing."""

    def get(self, request, mailing_id, language):
        words = get_object_or_404(Words, mailing__id=mailing_id, language=language)
        return framed(words.html)
