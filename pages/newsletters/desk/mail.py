"""The mail of an issue before it is sent: how it looks, what to mend, and a copy for oneself."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages

from blocks.reading import language_of
from pages.letters.refusals import NotSentError
from pages.newsletters.composing import compose
from pages.newsletters.composing.checking import check
from pages.newsletters.composing.checking.findings import INFO
from pages.newsletters.composing.checking.reading import readings
from pages.newsletters.composing.looks import DARK, LIGHT, answer
from pages.newsletters.desk.trying import NoAddressError, TooManyError, send_test
from pages.newsletters.models import NewsletterPage
from pages.screens import Screen, form_of
from pages.wording import direction


class OfAnIssue:
    """For those who may edit or publish it; what is shown is its latest draft."""

    def dispatch(self, request, *args, **kwargs):
        may = self.page.permissions_for_user(request.user)
        if not (may.can_edit() or may.can_publish()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self):
        return get_object_or_404(NewsletterPage, id=self.kwargs["page_id"])

    @cached_property
    def issue(self):
        return self.page.get_latest_revision_as_object()

    @cached_property
    def readings(self):
        return readings(self.issue)

    def reading(self, code):
        """The language with this code; raises Http404 for one that the house does not speak."""
        for reading in self.readings:
            if reading.language == code:
                return reading
        raise Http404


class MailView(OfAnIssue, Screen):
    """The mail in one language, as different programs show it."""

    template_name = "wagtailadmin/newsletters/mail.html"
    page_title = gettext_lazy("Mail preview")
    header_icon = "mail"

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def way(self):
        return [form_of(self.page)]

    def get_context_data(self, **kwargs):
        shown = self.reading(self.request.GET.get("language") or language_of(self.issue))
        now = timezone.now()
        return {
            **super().get_context_data(**kwargs),
            "issue": self.page,
            "shown": shown,
            "direction": direction(shown.language),
            "readings": self.readings,
            "findings": [finding for finding in check(self.issue, now) if finding.level != INFO],
            "content": compose(self.issue, shown.language, now),
            "light": self._frame(shown, LIGHT),
            "dark": self._frame(shown, DARK),
        }

    def _frame(self, shown, look):
        return reverse("newsletter_mail_frame", args=[self.page.pk, shown.language, look])

    def post(self, request, page_id):
        """A copy for oneself."""
        shown, now = self.reading(request.POST.get("language", "")), timezone.now()
        content = compose(self.issue, shown.language, now)
        try:
            send_test(content, request.user, shown.language, now)
        except TooManyError:
            messages.error(request, _("You have sent many test mails just now. Please wait a little."))
        except NoAddressError:
            messages.error(
                request, _("Your account has no valid e-mail address. Please enter it in your profile.")
            )
        except NotSentError as refused:
            said = _("The mail server has not taken it: %(why)s") % {"why": refused}
            messages.error(request, said)
        else:
            messages.success(
                request, _("The test mail is on its way to %(mail)s.") % {"mail": request.user.email}
            )
        return redirect(f"{request.path}?language={shown.language}")


class FrameView(OfAnIssue, View):
    """The mail itself, for a frame in which nothing can be run."""

    http_method_names = ["get", "head"]

    def get(self, request, page_id, language, look):
        if look not in (LIGHT, DARK):
            raise Http404
        shown = self.reading(language)
        return answer(compose(self.issue, shown.language, timezone.now()).html, look)
