"""The mailbox in the admin: a list, one mail, and its page for the frame in which it is shown."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from pages.letters.framing import SANDBOX, framed
from pages.screens import Screen
from quartier.demo.mailbox import filing, reading

ON_ONE_PAGE, LONGEST_QUERY = 30, 200


def may_look(user):
    """Those who may send to everybody: they know the addresses anyway."""
    return filing.is_in_use() and user.has_perm("mailings.send_mailing")


def may_read(user, mail):
    """Not what was sent to the accounts of others: with their reset link one would become them."""
    if user.is_superuser:
        return True
    others = get_user_model().objects.exclude(pk=user.pk).exclude(email="")
    return not mail.recipients & {address.lower() for address in others.values_list("email", flat=True)}


class MailboxMixin:
    """For those who may look, and only where mail ends up here."""

    def dispatch(self, request, *args, **kwargs):
        if not filing.is_in_use():
            raise Http404
        if not may_look(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def mail(self):
        found = reading.named(self.kwargs["name"])
        if found is None:
            raise Http404
        if not may_read(self.request.user, found):
            raise PermissionDenied
        return found


class MailboxView(MailboxMixin, Screen):
    """All mails, the newest first, to be searched."""

    template_name = "wagtailadmin/mailbox/mailbox.html"
    page_title = _("Mailbox (demo)")
    header_icon = "mail"

    @property
    def query(self):
        return self.request.GET.get("q", "").strip()[:LONGEST_QUERY]

    def get_context_data(self, **kwargs):
        pages = Paginator(reading.newest_first(self.query), ON_ONE_PAGE)
        return {
            **super().get_context_data(**kwargs),
            "query": self.query,
            "mails": pages.get_page(self.request.GET.get("p")),
        }


class MailView(MailboxMixin, Screen):
    """One mail: its headers, its text, its page in a frame that can do nothing."""

    template_name = "wagtailadmin/mailbox/mail.html"
    header_icon = "mail"

    def get_page_title(self):
        return self.mail().subject or _("(no subject)")

    def way(self):
        return [(reverse("mailbox:list"), MailboxView.page_title)]

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "mail": self.mail(), "sandbox": SANDBOX}


class MailFrameView(MailboxMixin, View):
    """What a mail program would show. No script, nothing from elsewhere; links open beside it."""

    def get(self, request, name):
        return framed(self.mail().html)
