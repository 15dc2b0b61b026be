"""Findings for a form that is being filled in, and for the draft of a page."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.models import Page

from pages.easy.glossary import glossary
from pages.easy.language import EASY
from pages.screens import Screen, form_of
from quartier.plainly.explaining import ease, school_year, summary, told
from quartier.plainly.reading import LEVELS, circumstances_of, fields_of, read
from quartier.plainly.sent import NonsenseError, TooMuchError, fields_from

LONGEST = 4
"""Seconds for a form: a text in German takes a tenth of that, only nonsense takes more."""
SHOWN = 60
"""Findings listed at once: whoever mends these sees the next."""


def answer(fields, language, **circumstances):
    """What the template of the findings needs."""
    verdict, found = read(fields, language, **circumstances)
    groups: dict[int, list] = {}
    for each in found[:SHOWN]:
        groups.setdefault(each.field, []).append(told(each, language))
    return {
        "errors": verdict.count("error"),
        "summary": summary(verdict.count("error"), verdict.count("hint"), verdict.is_complete),
        "more": max(0, len(found) - SHOWN),
        "groups": [{"label": fields[number].label, "findings": said} for number, said in groups.items()],
        "scores": verdict.scores,
        "school_year": school_year(verdict.scores.wiener),
        "ease": ease(verdict.scores.lix),
    }


@method_decorator(sensitive_post_parameters(), name="dispatch")
class TryView(View):
    """Takes the texts of a form, gives back what is found in them; keeps nothing and logs nothing."""

    http_method_names = ("post",)

    def post(self, request):
        if not user_has_any_page_permission(request.user):
            raise PermissionDenied
        language = request.POST.get("language")
        if language not in LEVELS:
            return JsonResponse({"error": "language"}, status=400)
        try:
            fields = fields_from(request.POST.get("fields", ""))
        except TooMuchError:
            return JsonResponse({"error": "size"}, status=413)
        except NonsenseError:
            return JsonResponse({"error": "fields"}, status=400)
        words = glossary() if language == EASY else None
        context = {**answer(fields, language, glossary=words, seconds=LONGEST), "is_live": True}
        html = render_to_string("wagtailadmin/plainly/findings.html", context)
        return JsonResponse({"html": html, "summary": context["summary"], "errors": context["errors"]})


class PageView(Screen):
    """The same for the latest draft of one page, without any script."""

    template_name = "wagtailadmin/plainly/page.html"
    header_icon = "openquote"

    def dispatch(self, request, page_id):
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.language = self.page.locale.language_code
        return super().dispatch(request, page_id)

    def get_page_title(self):
        return title_of(self.language)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def way(self):
        report = reverse("plainly:report"), _("Leichte Sprache and plain German")
        return [report, form_of(self.page)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.language in LEVELS:
            draft = self.page.get_latest_revision_as_object()
            context.update(answer(fields_of(draft), self.language, **circumstances_of(draft)))
        return {**context, "is_read": self.language in LEVELS, "page": self.page}


def title_of(language):
    """What the helper is called beside a form."""
    return _("Leichte Sprache") if language == EASY else _("Plain language")
