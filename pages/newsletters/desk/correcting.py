"""A correction at the desk: proposed in a sentence, shown in every language, sent or not by a click."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages

from pages.events import spoken
from pages.events.models import Occurrence
from pages.letters.framing import SANDBOX, framed
from pages.mailings.desk import logged
from pages.mailings.desk.rights import may_send
from pages.newsletters.composing.writing import centre_of
from pages.newsletters.corrections import sending
from pages.newsletters.corrections.dates import CANCELLED, MOVED, RESTORED, ROOM
from pages.newsletters.corrections.finding import Correction, correction_of
from pages.newsletters.corrections.writing import dates_of, write
from pages.screens import Screen
from pages.wording import plain

NAMES = dict(settings.LANGUAGES)
WORDS = {
    CANCELLED: gettext_lazy("is cancelled now"),
    MOVED: gettext_lazy("is at another time now: %(now)s"),
    ROOM: gettext_lazy("is in another room now: %(room)s"),
    RESTORED: gettext_lazy("takes place after all"),
}


@dataclass(frozen=True)
class Spoken:
    """A correction as the desk proposes it."""

    correction: Correction
    title: str
    lines: tuple[str, ...]
    count: int

    @property
    def words(self):
        """`214 Menschen haben von „Nähcafé“ gelesen:`."""
        said = ngettext(
            "One person has read of “%(title)s”:", "%(count)d people have read of “%(title)s”:", self.count
        )
        return said % {"count": self.count, "title": self.title}


def spoken_of(correction, now) -> Spoken:
    """With how many have to know, in the language of the desk."""
    dates = dates_of(correction)
    lines = [_line(change, dates.get(change.date.pk, change.date), now) for change in correction.changes]
    title = next((date.text.title for date in dates.values()), "")
    return Spoken(correction, title, tuple(lines), correction.recipients().count())


def _line(change, date: Occurrence, now):
    today = spoken.local(now).date()
    was = plain(spoken.day(spoken.local(change.was.starts).date(), today))
    now_ = plain(spoken.when(date, today)) if change.kind == MOVED else ""
    room = date.room or ""
    return f"{was} {WORDS[change.kind] % {'now': now_, 'room': room}}"


class CorrectionMixin:
    """The correction of the event in the address, for those who may send to everybody."""

    def dispatch(self, request, event, **kwargs):
        if not may_send(request.user):
            raise PermissionDenied
        self.event, self.now = event, timezone.now()
        return super().dispatch(request, **kwargs)

    @cached_property
    def correction(self):
        return correction_of(self.event, self.now)


class CorrectionView(CorrectionMixin, Screen):
    """What it says, whom, and the two buttons."""

    template_name = "wagtailadmin/newsletters/correction.html"
    page_title = gettext_lazy("Send a correction")
    header_icon = "mail"

    def way(self):
        return [(reverse("mailings:list"), _("Mailings"))]

    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs) if self.correction else self._nothing()

    def _nothing(self):
        messages.info(self.request, _("There is nothing to correct any more."))
        return redirect("mailings:list")

    def get_context_data(self, **kwargs):
        told = spoken_of(self.correction, self.now)
        contents = sending.contents_of(self.correction, self.now)
        return {
            **super().get_context_data(**kwargs),
            "told": told,
            "contents": [(code, NAMES[code], said) for code, said in contents.items()],
            "event": self.event,
            "occasion": self.correction.occasion,
            "sandbox": SANDBOX,
        }

    def post(self, request, *args, **kwargs):
        if not self.correction:
            return self._nothing()
        if request.POST.get("occasion") != self.correction.occasion:
            messages.warning(request, _("The event has changed again meanwhile. Please look once more."))
            return redirect(request.path)
        verb = request.POST.get("verb")
        if verb == "send":
            return self._send()
        if verb == "dismiss":
            return self._dismiss()
        return redirect(request.path)

    def _send(self):
        try:
            mailing = sending.send(self.correction, user=self.request.user, now=self.now)
        except sending.MovedOnError:
            return self._nothing()
        logged.note("start", mailing, self.request.user)
        messages.success(self.request, _("The correction is on its way."))
        return redirect("mailings:mailing", mailing.pk)

    def _dismiss(self):
        mailing = self.correction.changes[0].was.mailing
        sending.dismiss(self.correction)
        logged.note("dismiss", mailing, self.request.user, event=str(self.event))
        messages.success(self.request, _("No correction is sent."))
        return redirect("wagtailadmin_home")


class CorrectionFrameView(CorrectionMixin, View):
    """The correction in one language, for a frame that can do nothing."""

    def get(self, request, language):
        centre = centre_of(self.correction.page) if self.correction else None
        if centre is None or language not in centre.spoken:
            raise Http404
        return framed(write(self.correction, language, centre, self.now).html)
