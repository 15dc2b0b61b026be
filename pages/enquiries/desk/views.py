"""What editors see of a form: what was sent, each with its files, and a search over all of them."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.contrib.forms.views import SubmissionsListView

from pages.enquiries.desk.readers import forms_of
from pages.enquiries.desk.spreadsheet import Spreadsheet
from pages.enquiries.models import Attachment, FormPage, Submission
from pages.screens import Screen

SHOWN, LONGEST_QUERY = 200, 200
IN_A_CELL = 80


class SubmissionsView(Spreadsheet, SubmissionsListView):
    """What was sent with one form; to be searched, exported, deleted."""

    results_template_name = "wagtailadmin/enquiries/submissions.html"
    is_searchable = True
    search_backend_name = None

    def search_queryset(self, queryset):
        query = self.search_query.casefold().replace("\x00", "")
        return queryset.filter(words__contains=query) if query else queryset

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("attachments")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.is_export:
            days = self.form_page.retention_days
            for row, submission in zip(context["data_rows"], context["submissions"], strict=True):
                row |= {"submission": submission, "deleted_on": submission.deleted_on(days)}
                files = {file.field for file in submission.attachments.all()}  # named beside the words
                said = (entry for entry in submission.entries if entry["name"] not in files)
                row["words"] = [entry["words"] for entry in said if entry["words"]]
        return context


class FormReaderMixin:
    """Lets in those who may read what was sent with the form in the address; others are told nothing."""

    def dispatch(self, request, *args, page_id, submission_id, **kwargs):
        if not forms_of(request.user).filter(pk=page_id).exists():
            raise PermissionDenied
        self.form_page = get_object_or_404(FormPage, pk=page_id)
        self.submission = get_object_or_404(Submission, pk=submission_id, page=page_id)
        return super().dispatch(request, *args, **kwargs)


class SubmissionView(FormReaderMixin, Screen):
    """One message with its files."""

    template_name = "wagtailadmin/enquiries/submission.html"
    page_title = gettext_lazy("Submission")
    header_icon = "mail"

    def way(self):
        return [
            (reverse("wagtailforms:index"), gettext("Forms")),
            (
                reverse("wagtailforms:list_submissions", args=[self.form_page.pk]),
                self.form_page.get_admin_display_title(),
            ),
        ]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "form_page": self.form_page,
            "submission": self.submission,
            "files": self.submission.attachments.all(),
            "deleted_on": self.submission.deleted_on(self.form_page.retention_days),
        }


class FileView(FormReaderMixin, View):
    """A file that was sent, to be saved and not to be shown: nobody knows what is in it."""

    def get(self, request, file_id):
        found = get_object_or_404(Attachment, pk=file_id, submission=self.submission)
        try:
            content = found.file.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        response = FileResponse(content, as_attachment=True, filename=found.name, content_type=found.kind)
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "private, no-store"
        return response


class FindView(Screen):
    """All that somebody sent, in every form, to be read or erased: by name, mail address, any word."""

    template_name = "wagtailadmin/enquiries/find.html"
    page_title = gettext_lazy("Find what somebody sent")
    header_icon = "search"

    def dispatch(self, request, *args, **kwargs):
        if not forms_of(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def query(self):
        return self.request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]

    def found(self):
        if not self.query:
            return Submission.objects.none()
        mine = Submission.objects.filter(page__in=forms_of(self.request.user).values("pk"))
        return mine.filter(words__contains=self.query.casefold()).select_related("page")

    def get_context_data(self, **kwargs):
        found = self.found()
        return {
            **super().get_context_data(**kwargs),
            "query": self.query,
            "found": found[:SHOWN],
            "count": found.count(),
        }

    def post(self, request):
        keys = {str(key) for key in request.POST.getlist("submission")}
        chosen = [each for each in self.found()[:SHOWN] if str(each.pk) in keys]
        count = len(chosen)
        Submission.objects.filter(pk__in=[each.pk for each in chosen]).delete()
        said = ngettext("One submission is deleted.", "%(count)d submissions are deleted.", count)
        messages.success(request, said % {"count": count})
        return redirect(request.get_full_path())
