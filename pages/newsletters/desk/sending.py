"""The screen from which an issue is sent: what is ready, who gets it, when; asked once more; done once."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin import messages

from pages.letters.writing import sender
from pages.mailings import planning
from pages.mailings.desk import logged
from pages.mailings.desk.rights import may_send
from pages.mailings.desk.telling import told
from pages.mailings.states import UNFINISHED
from pages.newsletters.composing.checking import check
from pages.newsletters.composing.checking.findings import ERROR, INFO
from pages.newsletters.composing.writing import centre_of
from pages.newsletters.contents import in_words
from pages.newsletters.corrections.finding import corrections
from pages.newsletters.desk.correcting import spoken_of
from pages.newsletters.models import NewsletterPage
from pages.newsletters.sending import beginning
from pages.newsletters.sending.asking import WhenForm
from pages.newsletters.sending.recipients import by_language, mailings_of, occasion, recipients
from pages.screens import Screen, form_of

NAMES = dict(settings.LANGUAGES)
DO = "do"
LOOK, SEND, UNPLAN = "look", "send", "unplan"


def may_send_issue(user, issue):
    """Who may send to everybody and may publish this page: sending publishes it."""
    return may_send(user) and issue.original.permissions_for_user(user).can_publish()


class SendView(Screen):
    """One issue. A GET changes nothing; of two who send at the same time one does."""

    header_icon = "mail"
    template_name = "wagtailadmin/newsletters/send.html"

    def dispatch(self, request, page_id):
        self.page = get_object_or_404(NewsletterPage, id=page_id).original
        if not may_send_issue(request.user, self.page):
            raise PermissionDenied
        self.now = timezone.now()
        return super().dispatch(request, page_id)

    def get_page_title(self):
        return _("Send: %(title)s") % {"title": self.page.get_admin_display_title()}

    def way(self):
        return [form_of(self.page)]

    @cached_property
    def draft(self):
        """What is sent: the latest that was saved, and public, since sending publishes it."""
        draft = self.page.get_latest_revision_as_object()
        draft.live, draft.has_unpublished_changes = True, False
        return draft

    @cached_property
    def is_new(self):
        """Whether sending makes something public that nobody could read before."""
        return not self.page.live or self.page.has_unpublished_changes

    @cached_property
    def findings(self):
        return check(self.draft)

    @property
    def is_blocked(self):
        return any(finding.level == ERROR for finding in self.findings)

    @cached_property
    def sent(self):
        return told(mailings_of(self.page), self.now)

    @cached_property
    def languages(self):
        """By code: how many read it, its subject there, and whether that is translated."""
        counts = by_language(recipients(self.draft), centre_of(self.page).spoken)
        return [self._language(code, count) for code, count in counts.items()]

    def _language(self, code, count):
        with override(code):
            text = in_words(self.draft)
        said = {"subject": text.subject or text.title, "foreign": text.foreign}
        return {"code": code, "name": NAMES[code], "count": count, **said}

    @property
    def count(self):
        return sum(each["count"] for each in self.languages)

    def get_context_data(self, form=None, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "issue": self.page,
            "form": form or WhenForm(now=self.now),
            "findings": [each for each in self.findings if each.level != INFO],
            "hints": [each for each in self.findings if each.level == INFO],
            "is_blocked": self.is_blocked,
            "is_new": self.is_new,
            "languages": self.languages,
            "count": self.count,
            "sender": sender(),
            "sent": self.sent,
            "is_on_its_way": any(each.mailing.progress in UNFINISHED for each in self.sent),
            "plan": planning.plan_of(self.page),
            "occasion": occasion(self.page),
            "seen": self.seen,
            "corrections": [spoken_of(each, self.now) for each in corrections(self.now, self.page)],
        }

    def post(self, request, *args, **kwargs):
        verb = request.POST.get(DO)
        if verb == UNPLAN:
            return self._unplan()
        if verb not in (LOOK, SEND):
            return redirect(request.path)
        form = WhenForm(request.POST, now=self.now)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form), status=422)
        if self._has_moved_on() or self.is_blocked or not self.count:
            return self._leave()
        if verb == LOOK:
            self.template_name = "wagtailadmin/newsletters/send_confirm.html"
            return self.render_to_response(self.get_context_data(form, at=form.moment))
        return self._plan(form.moment) if form.moment else self._send()

    @property
    def seen(self):
        """Which version somebody has looked at: another one is not sent without being seen."""
        return str(self.page.latest_revision_id or "")

    def _has_moved_on(self):
        """Whether it was sent, planned or changed since the form was made."""
        given = self.request.POST.get("occasion", ""), self.request.POST.get("seen", "")
        return given != (occasion(self.page), self.seen) or planning.plan_of(self.page) is not None

    def _leave(self):
        said = _("Nothing was sent: meanwhile something has changed. Please look again.")
        messages.warning(self.request, said)
        return redirect(self.request.path)

    def _send(self):
        issue, user = self.page, self.request.user
        meant = self.request.POST.get("occasion", "")
        if self.is_new:
            issue = beginning.publish(issue, user=user)
        mailing = beginning.begin(issue, user=user, occasion=meant, now=self.now)
        logged.note("start", mailing, user)
        logged.note("start", issue, user)
        messages.success(self.request, _("The newsletter is on its way."))
        return redirect("mailings:mailing", mailing.pk)

    def _plan(self, moment):
        user = self.request.user
        revision = (
            (self.page.get_latest_revision() or self.page.save_revision(user=user)) if self.is_new else None
        )
        _plan, is_mine = planning.plan(
            self.page, moment, user=user, revision=revision, occasion=occasion(self.page)
        )
        if not is_mine:
            return self._leave()
        logged.note("plan", self.page, user, at=moment.isoformat())
        messages.success(self.request, _("Planned. Until then you can take it back here."))
        return redirect(self.request.path)

    def _unplan(self):
        plan = planning.plan_of(self.page)
        if plan is None or not planning.take_back(plan):
            return self._leave()
        logged.note("unplan", self.page, self.request.user)
        messages.success(self.request, _("Taken back. Nothing is sent."))
        return redirect(self.request.path)
