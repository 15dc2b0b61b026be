"""One form for a new page makes one page, however often and in whichever order its buttons are pressed.

A new page saves itself a moment after it was begun. Whoever presses a button just then, or presses one twice,
would get two pages from Wagtail, since neither request knows of the other.
"""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from pages.once import key_of


class CreateOnceView(CreateView):
    """Makes the page of a form, or goes on with it where the form has made it already."""

    def post(self, request) -> HttpResponse:
        self.page.translation_key = key_of(request.POST)
        try:
            with transaction.atomic():
                if not self._made():
                    return super().post(request)
        except IntegrityError:  # the other request was faster
            if not self._made():
                raise
        return self._go_on(request)

    def _made(self):
        same = Page.objects.filter(locale=self.page.locale)
        return same.filter(translation_key=self.page.translation_key).first()

    def _go_on(self, request):
        page = self._made().specific
        if self.expects_json_response:  # too late: somebody has pressed a button in the meantime
            return self.json_error_response("invalid_revision", _("This page has been saved already."))
        lock = page.get_lock()
        if lock and lock.for_user(request.user):
            messages.success(request, _("“%(title)s” is on its way.") % {"title": page.draft_title})
            return redirect("wagtailadmin_explore", self.parent_page.pk)
        request.POST = _as_changes(request.POST, page)
        return EditView.as_view()(request, page.pk)


def _as_changes(posted, page):
    """The fields of a form for a new page, as those of a form for this one, which has rows by now."""
    changes = posted.copy()
    for rows in page.get_edit_handler().get_form_class()(instance=page).formsets.values():
        changes[rows.management_form.add_prefix("INITIAL_FORMS")] = rows.initial_form_count()
        for row in rows.initial_forms:
            changes[row.add_prefix(row._meta.model._meta.pk.name)] = row.instance.pk
    return changes
