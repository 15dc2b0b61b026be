"""The schedule changed from the desk: from a date on, an end of a series, one date more."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.events import rescheduling, spoken
from pages.events.desk.asking import AddForm, FromHereForm
from pages.events.desk.deciding import EventView, OneDateView
from pages.events.models import ScheduleLine

NOT_A_SERIES = gettext_lazy("This is a single date: please change it by itself.")
LOCKED = gettext_lazy("Somebody has locked this page. Until it is unlocked, its schedule stays as it is.")


class ReschedulingMixin:
    """Tries, and says in words what stands in the way; nothing typed is lost."""

    def attempt(self, form, verb, *args, **values):
        """Whether it was done; where not, the form says why."""
        try:
            verb(*args, **values)
        except rescheduling.DraftWaitsError:
            form.add_error(None, self._draft_waits())
        except rescheduling.LockedError:
            form.add_error(None, LOCKED)
        except ValidationError as fault:
            _tell(form, fault)
        return form.is_valid()

    def _draft_waits(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.event.pk])
        words = _("This event has changes that are not published yet. Please publish or discard them first.")
        return format_html('{} <a href="{}">{}</a>', words, edit, _("To the draft"))


class FromHereView(ReschedulingMixin, OneDateView):
    """Other times, weekdays or another room from one date of a series on."""

    template_name = "wagtailadmin/events/from_here.html"
    page_title = gettext_lazy("Change from this date on")

    def get_page_title(self):
        return f"{self.event.title}: {self.page_title}"

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except rescheduling.NotASeriesError:
            return self.leave(NOT_A_SERIES)

    def get(self, request, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.form()))

    def post(self, request, **kwargs):
        if request.POST.get("verb") == "end":
            return self._end()
        form = self.form(request.POST)
        here = (self.event, self.original, request.user)
        if form.is_valid() and self.attempt(form, rescheduling.change_from, *here, **form.values):
            return self._done(_("From %(day)s on it is as you said. What was before stays as it was."))
        return self.render_to_response(self.get_context_data(form=form))

    def _end(self):
        ending = Form({})
        if self.attempt(ending, rescheduling.end_from, self.event, self.original, self.request.user):
            return self._done(_("The series ends before %(day)s."))
        return self.render_to_response(self.get_context_data(form=self.form(), ending=ending))

    def _done(self, said):
        day = spoken.local(self.original).date()
        return self.leave(said % {"day": date_format(day, "DATE_FORMAT")}, messages.SUCCESS)

    def form(self, data=None):
        line = rescheduling.line_of(self.event, self.original)
        return FromHereForm(data, line=line, day=spoken.local(self.original).date())

    def get_context_data(self, **kwargs):
        line = rescheduling.line_of(self.event, self.original)
        return {**super().get_context_data(**kwargs), "sentence": str(line)}


class AddDateView(ReschedulingMixin, EventView):
    """One more date beside what is there."""

    template_name = "wagtailadmin/events/add_date.html"
    page_title = gettext_lazy("Add a date")

    def get(self, request, **kwargs):
        return self.render_to_response(self.get_context_data(form=AddForm()))

    def post(self, request, **kwargs):
        form = AddForm(request.POST)
        if form.is_valid():
            line = ScheduleLine(**form.values)
            if self.attempt(form, rescheduling.add, self.event, request.user, line):
                return self.leave(_("Added: %(date)s.") % {"date": line}, messages.SUCCESS)
        return self.render_to_response(self.get_context_data(form=form))


def _tell(form, fault):
    """Faults of a schedule line at the fields of a smaller form; those that it does not have on top."""
    if not hasattr(fault, "error_dict"):
        form.add_error(None, fault)
        return
    for name, said in fault.error_dict.items():
        name = {"first_day": "day"}.get(name, name) if name not in form.fields else name
        form.add_error(name if name in form.fields else None, said)
