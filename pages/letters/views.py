"""Mail that could not be sent, for the editors: what it was, why, and a button to try again."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from pages.letters import outbox
from pages.letters.models import Letter, State
from pages.screens import PermittedScreen

PERMISSION = "letters.change_letter"
SHOWN = 100


class LettersView(PermittedScreen):
    """Failed, uncertain and waiting mails. Their words are not shown: they stand with what they tell of."""

    template_name = "wagtailadmin/letters/letters.html"
    page_title = gettext_lazy("Mail not sent yet")
    header_icon = "mail"
    permission_required = PERMISSION

    def get_context_data(self, **kwargs):
        waiting = Letter.objects.filter(state__in=[State.QUEUED, State.SENDING])
        return {
            **super().get_context_data(**kwargs),
            "stuck": outbox.stuck()[:SHOWN],
            "waiting": waiting.order_by("next_try")[:SHOWN],
        }

    def post(self, request):
        keys = [key for key in request.POST.getlist("letter") if key.isascii() and key.isdigit()]
        count = outbox.again(Letter.objects.filter(pk__in=[int(key) for key in keys if len(key) < 18]))
        said = ngettext("One mail is tried again.", "%(count)d mails are tried again.", count)
        messages.success(request, said % {"count": count})
        return redirect(request.path)
