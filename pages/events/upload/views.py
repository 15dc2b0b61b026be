"""Events from a file: choose it, look at what would be made, say yes."""

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages

from pages.events.models import CalendarPage
from pages.events.upload.form import FileForm
from pages.events.upload.making import known, make, room_named
from pages.events.upload.proposal import packed, unpacked
from pages.events.upload.spoken import when, words
from pages.places.models import Room
from pages.screens import Screen

A_DAY = 24 * 3600
EXAMPLE = (
    "Titel;Datum;Von;Bis;Raum;Beschreibung\r\n"
    "Nähcafé;14.05.2026;18:15;20:00;Saal;Nadel, Faden und Tee. Anfänger sind willkommen.\r\n"
    "Sommerfest;13.06.2026;14:00;;Garten;Musik, Kuchen, Kinderschminken.\r\n"
)


class UploadView(Screen):
    """Below one calendar, for those who may add pages there. Nothing is made before somebody says yes."""

    template_name = "wagtailadmin/events/upload.html"
    page_title = gettext_lazy("Events from a file")
    header_icon = "upload"

    def dispatch(self, request, pk):
        self.calendar = get_object_or_404(CalendarPage, id=pk)
        self.may = self.calendar.permissions_for_user(request.user)
        if not self.may.can_add_subpage():
            raise PermissionDenied
        return super().dispatch(request, pk)

    def get(self, request, pk):
        return self._show(FileForm())

    def post(self, request, pk):
        if "proposed" in request.POST:
            return self._make()
        form = FileForm(request.POST, request.FILES)
        return self._preview(form) if form.is_valid() else self._show(form)

    def way(self):
        explorer = reverse("wagtailadmin_explore", args=[self.calendar.pk])
        return [(explorer, self.calendar.get_admin_display_title())]

    def _show(self, form, **more):
        context = self.get_context_data(form=form, may_publish=self.may.can_publish_subpage(), **more)
        return self.render_to_response(context)

    def _preview(self, form):
        events = form.proposed.events
        there, rooms = known(self.calendar, events), list(Room.objects.all())
        rows = [(fault.number, None, [words(fault.remark)], []) for fault in form.proposed.faults]
        for each in events:
            remarks = [words(remark) for remark in each.remarks]
            room = room_named(each.where, rooms)
            if each.where and not room:
                remarks.append(
                    _("There is no room “%(name)s”: it becomes the meeting point.") % {"name": each.where}
                )
            if each.told in there:
                remarks = [_("Is there already and stays as it is.")]
            rows.append((each.number, each, remarks, when(each)))
        new = [each for each in events if each.told not in there]
        signed = signing.dumps(packed(new), salt=self._salt(), compress=True) if new else ""
        count = {"new": len(new), "there": len(events) - len(new), "faults": len(form.proposed.faults)}
        return self._show(
            form, rows=sorted(rows, key=lambda row: row[0]), signed=signed, count=count, there=there
        )

    def _salt(self):
        """What one person was shown for one calendar counts for nobody and nothing else."""
        return f"events from a file {self.calendar.pk} {self.request.user.pk}"

    def _make(self):
        try:
            proposals = unpacked(
                signing.loads(self.request.POST["proposed"], salt=self._salt(), max_age=A_DAY)
            )
        except signing.BadSignature:
            messages.error(self.request, _("Please choose the file once more: too much time has passed."))
            return redirect("upload_events", self.calendar.pk)
        publish = self.request.POST.get("publish") == "yes" and self.may.can_publish_subpage()
        try:
            made = make(self.calendar, proposals, self.request.user, publish=publish)
        except IntegrityError:  # the same button, pressed twice: the other request was faster
            made = 0
        self._tell(made, len(proposals) - made, publish)
        return redirect("wagtailadmin_explore", self.calendar.pk)

    def _tell(self, made, there, publish):
        if made:
            said = (
                ngettext("One event is published.", "%(number)d events are published.", made)
                if publish
                else ngettext("One draft is made.", "%(number)d drafts are made.", made)
            )
            messages.success(self.request, said % {"number": made})
        if there:
            said = ngettext("One event was there already.", "%(number)d events were there already.", there)
            messages.info(self.request, said % {"number": there})


class ExampleView(View):
    """A table to begin with."""

    def get(self, request):
        answer = HttpResponse("\ufeff" + EXAMPLE, content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="veranstaltungen.csv"'
        return answer
