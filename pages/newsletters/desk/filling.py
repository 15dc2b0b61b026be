"""What else could go into an issue that has been begun: look, tick, add."""

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Page

from pages.events.spoken import local
from pages.locking import lock
from pages.newsletters.filling import proposals, put_in
from pages.newsletters.kinds import TITLES
from pages.newsletters.models import MOST_ITEMS, NewsletterPage
from pages.newsletters.periods import last_issue_at, period
from pages.phrasing import dated
from pages.screens import Screen, form_of


class FillView(Screen):
    """For those who may edit the issue. What they choose is added to its latest draft."""

    template_name = "wagtailadmin/newsletters/fill.html"
    page_title = gettext_lazy("Fill the newsletter")
    header_icon = "plus"

    def dispatch(self, request, page_id):
        self.page = get_object_or_404(NewsletterPage, id=page_id)
        if self.page.original.pk != self.page.pk:
            raise Http404
        may = self.page.permissions_for_user(request.user)
        if not may.can_edit() or may.page_locked():
            raise PermissionDenied
        return super().dispatch(request, page_id)

    @cached_property
    def issue(self):
        """As it was kept last."""
        return self.page.get_latest_revision_as_object()

    @cached_property
    def index(self):
        return self.page.get_parent().specific

    def way(self):
        return [form_of(self.page)]

    def get_context_data(self, **kwargs):
        now = timezone.now()
        found = proposals(self.index, self.issue, now)
        first, last = period(self.issue, now)
        since = local(last_issue_at(self.index.original, self.issue, now))
        return {
            **super().get_context_data(**kwargs),
            "issue": self.page,
            "groups": [(TITLES[kind], list(group)) for kind, group in groupby(found, lambda each: each.kind)],
            "is_full": len(self.issue.items.all()) >= MOST_ITEMS,
            **{name: dated(day) for name, day in (("first", first), ("last", last), ("since", since))},
        }

    @transaction.atomic
    def post(self, request, page_id):
        lock(Page, pk=page_id)
        wanted = set(request.POST.getlist("page"))
        found = proposals(self.index, self.issue, timezone.now())
        chosen = [each.page for each in found if str(each.page.pk) in wanted]
        number = put_in(self.issue, chosen, MOST_ITEMS)
        if number:
            self.issue.save_revision(user=request.user, log_action=True, clean=False)
        self._tell(number)
        return redirect("wagtailadmin_pages:edit", page_id)

    def _tell(self, number):
        if not number:
            messages.info(self.request, _("Nothing was added."))
            return
        said = ngettext("One page goes in, too.", "%(number)d pages go in, too.", number)
        messages.success(self.request, said % {"number": number})
