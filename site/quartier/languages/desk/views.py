"""The overview of all pages in all languages, and what its buttons do."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.base import BasePage
from pages.panels import is_translation
from pages.screens import Screen
from quartier.context import House
from quartier.languages import errands
from quartier.languages.desk.asking import FilterForm, MachineForm
from quartier.languages.desk.retrying import given_up_for
from quartier.languages.desk.rights import Rights, may_work_on
from quartier.languages.desk.rows import Pages, with_cells
from quartier.languages.machines import machine_for
from quartier.languages.starting import locale_of, start
from quartier.languages.states import confirm

PER_PAGE = 25


def others(request):
    """The languages of the house beside its own."""
    return House.of(request).languages[1:]


class Overview(PermissionCheckedMixin, Screen):
    """All pages and languages, each cell with its state and one button."""

    page_title = gettext_lazy("Translations")
    header_icon = "globe"
    template_name = "wagtailadmin/languages/overview.html"
    model = Page
    any_permission_required = ("add", "change", "publish")

    def get_context_data(self, **kwargs):
        pages = Pages(others(self.request))
        form = FilterForm(self.request.GET, pages.codes, pages.kinds_used, pages.parts)
        rows, codes = pages.chosen(**form.read()) if pages.codes else ([], [])
        shown = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        query = {name: value for name, value in form.read().items() if value}
        by_machine = [code for code in pages.codes if machine_for(code)]
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "codes": codes,
            "summary": pages.summary,
            "rows": with_cells(list(shown), codes, self.request.user),
            "shown": shown,
            "query": query,
            "before": shown.has_previous() and urlencode({**query, "p": shown.previous_page_number()}),
            "after": shown.has_next() and urlencode({**query, "p": shown.next_page_number()}),
            "machine_form": MachineForm(None, by_machine) if by_machine else None,
            "errands": errands.progress(),
            "given_up": given_up_for(self.request.user),
        }


@method_decorator(require_POST, name="dispatch")
class StartView(View):
    """Begins a translation, and goes to its form."""

    def post(self, request, page_id, code):
        original = get_object_or_404(Page, pk=page_id, depth__gt=1).specific
        if not isinstance(original, BasePage) or is_translation(original) or code not in others(request):
            raise Http404
        if not may_work_on(request.user, original, code):
            raise PermissionDenied
        return redirect("wagtailadmin_pages:edit", start(original, locale_of(code), request.user).pk)


@method_decorator(require_POST, name="dispatch")
class ConfirmView(View):
    """A person answers for a translation."""

    def post(self, request, page_id):
        page = get_object_or_404(Page, pk=page_id).specific
        if not isinstance(page, BasePage) or not page.live or not is_translation(page):
            raise Http404
        if not page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        confirm(page)
        messages.success(request, _("Confirmed: “%(title)s” is current.") % {"title": page.title})
        return redirect("wagtailadmin_pages:edit", page.pk)


@method_decorator(require_POST, name="dispatch")
class MachineView(View):
    """Lets a machine translate all that is missing in a language, later and page by page."""

    def post(self, request):
        codes = [code for code in others(request) if machine_for(code)]
        form = MachineForm(request.POST, codes)
        if not form.is_valid():
            messages.error(request, _("Please choose a language that the machine knows."))
            return redirect("languages:overview")
        code, publishes = form.cleaned_data["language"], form.cleaned_data["publishes"]
        wanted = _wanted(request.user, Pages(codes).missing(code), code, publishes)
        count = errands.ask(wanted, locale_of(code), request.user, publishes)
        words = ngettext("One page waits for the machine.", "%(number)d pages wait for the machine.", count)
        messages.success(request, words % {"number": count})
        return redirect("languages:overview")


def _wanted(user, rows, code, publishes):
    """Those of the missing pages that somebody may have translated, and published if that is asked."""
    rights = Rights(user, [row.page for row in rows], [code])
    return [
        row.page
        for row in rows
        if rights.may_work_on(row.page, code, row.standings[code])
        and (not publishes or rights.may_publish(row.page, code, row.standings[code]))
    ]


@method_decorator(require_POST, name="dispatch")
class MachineStringsView(View):
    """The button of one translation: the machine works later, not while somebody waits for the page."""

    def post(self, request, translation_id):
        translation = get_object_or_404(Translation, pk=translation_id)
        page = translation.get_target_instance()
        if not isinstance(page, Page) or machine_for(translation.target_locale.language_code) is None:
            raise Http404
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        original = page.specific.original
        errands.ask([original], translation.target_locale, request.user)
        messages.success(request, _("The machine fills in what is missing within a few minutes."))
        return redirect("wagtailadmin_pages:edit", page.pk)
