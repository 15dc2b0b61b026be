"""A whole list of subscribers from elsewhere: choose it, look at what would be made, say yes."""

from datetime import date

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from pages.centre.models import Centre
from pages.screens import PermittedScreen
from pages.subscribers.desk import table
from pages.subscribers.desk.making import make
from pages.subscribers.desk.proposing import propose

A_DAY = 24 * 3600
LARGEST = 5 * 1024 * 1024
SHOWN = 200
LIST = "subscribers:index"


class ListForm(forms.Form):
    """The file, and what nobody can read in it: that these people had agreed."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or XLSX, at most 5 MB and 20,000 lines."),
        widget=forms.FileInput({"accept": ".csv,.txt,.xlsx,text/csv"}),
    )
    proof = forms.CharField(
        label=gettext_lazy("How did these people agree?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy(
            "Kept with each address as proof: “Signed on the paper list in the foyer, now in folder 7.”"
        ),
    )
    day = forms.DateField(
        label=gettext_lazy("When?"),
        widget=AdminDateInput,
        help_text=gettext_lazy("If it was on several days: the last one."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 5 MB. Please split it."))
        try:
            self.rows = table.read(file.read())
        except table.TooManyRowsError:
            raise ValidationError(
                _("There are more than 20,000 lines in this file. Please split it.")
            ) from None
        except table.NoTableError:
            raise ValidationError(
                _("There is no column “E-Mail”. Please choose a CSV or XLSX file with one.")
            ) from None
        if not self.rows:
            raise ValidationError(_("There is no address in this file."))
        return file

    def clean_day(self):
        if self.cleaned_data["day"] > timezone.localdate():
            raise ValidationError(_("This day has not come yet."))
        return self.cleaned_data["day"]


class ImportView(PermittedScreen):
    """Nothing is made before somebody says yes. Who left stays away, whatever the list says."""

    template_name = "wagtailadmin/subscribers/import.html"
    page_title = gettext_lazy("Take in a list of subscribers")
    header_icon = "upload"
    permission_required = "subscribers.add_subscriber"

    def way(self):
        return [(reverse(LIST), _("Newsletter readers"))]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"form": ListForm(), **kwargs})

    def post(self, request):
        if "proposed" in request.POST:
            return self._make()
        form = ListForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        proposal = propose(form.rows, Centre.for_request(request).spoken)
        said = form.cleaned_data
        listed = [proposal.new, said["proof"], said["day"].isoformat()]
        signed = signing.dumps(listed, salt=self._salt(), compress=True) if proposal.new else ""
        return self.render_to_response(
            self.get_context_data(
                proposal=proposal, faults=proposal.faults[:SHOWN], some=proposal.new[:10], signed=signed
            )
        )

    def _salt(self):
        """What one person has looked at counts for nobody else."""
        return f"subscribers from a list {self.request.user.pk}"

    def _make(self):
        try:
            listed = signing.loads(self.request.POST["proposed"], salt=self._salt(), max_age=A_DAY)
            new, proof, day = listed
            made = make(new, proof, date.fromisoformat(day))
        except signing.BadSignature:
            messages.error(self.request, _("Please choose the file once more: too much time has passed."))
            return redirect("import_subscribers")
        except IntegrityError:  # the same button, pressed twice: the other request was faster
            made = 0
        said = ngettext("One subscriber was taken in.", "%(count)d subscribers were taken in.", made)
        messages.success(self.request, said % {"count": made})
        return redirect(LIST)
