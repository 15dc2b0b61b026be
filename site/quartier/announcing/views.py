"""The desk in a hurry: a short form, how it will be read, and what is running with a button that ends it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.http import require_POST

from pages.announcements.models import AnnouncementPage, NewsPage
from pages.screens import Screen
from quartier.announcing import looking, publishing, rights
from quartier.announcing.asking import UntilForm, UrgentForm
from quartier.context import House
from quartier.languages import errands
from quartier.languages.machines import machine_for
from quartier.languages.starting import locale_of


class UrgentView(Screen):
    """Publishes a notice, or first shows how it will be read."""

    template_name = "wagtailadmin/announcing/urgent.html"
    page_title = gettext_lazy("Urgent notice")
    header_icon = "warning"

    def dispatch(self, request, *args, **kwargs):
        if not rights.may_announce(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def now(self):
        return timezone.now()

    @cached_property
    def house(self):
        return House.of(self.request)

    @cached_property
    def news(self):
        return rights.news_of(self.house)

    @cached_property
    def by_machine(self):
        """The languages into which a machine can translate own words."""
        return [code for code in self.house.languages[1:] if machine_for(code)]

    @cached_property
    def form(self):
        sent = self.request.POST if self.request.method == "POST" else None
        return UrgentForm(sent, now=self.now, has_machine=bool(self.by_machine), auto_id="urgent_%s")

    def post(self, request):
        if self.news is None or not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        if "look" in request.POST:
            return self.render_to_response(self.get_context_data(preview=self.preview()))
        page, is_new = publishing.publish(self.news, request.user, self.form.key, **self.form.facts)
        if is_new and self.form.cleaned_data.get("machine") and not page.sentence:
            for code in self.by_machine:
                errands.ask([page], locale_of(code), request.user, publishes=True)
        messages.success(request, _("“%(title)s” is published.") % {"title": page.title})
        return redirect(f"{reverse('urgent')}#notice-{page.pk}")

    def preview(self):
        page = publishing.notice(self.news, **self.form.facts)
        by_machine = self.form.cleaned_data.get("machine", False)
        return looking.readings(page, self.house.languages, self.now, by_machine)

    def get_context_data(self, **kwargs):
        home = self.house.homes[0] if self.house.homes else None
        may_open = home and home.permissions_for_user(self.request.user).can_add_subpage()
        return {
            **super().get_context_data(**kwargs),
            "form": self.form,
            "news": self.news,
            "open_news": may_open and reverse("wagtailadmin_pages:add", args=[*_kind(NewsPage), home.pk]),
            "running": self._running(),
        }

    def _running(self):
        """Each notice that stands out, what is read of it, and a form for its end if one may end it."""
        banners = looking.running(self.house, self.now)
        read = looking.readings_of_running(self.house, self.now) if banners else {}
        own = rights.made_by_form([banner.page.original for banner in banners])
        return [self._row(banner, read, own) for banner in banners]

    def _row(self, banner, read, own):
        page = banner.page.original
        may_change = page.pk in own or page.permissions_for_user(self.request.user).can_publish()
        form = UntilForm(now=self.now, auto_id=f"until_{page.pk}_%s") if may_change else None
        return {"banner": banner, "page": page, "readings": read.get(page.pk, ()), "form": form}


@method_decorator(require_POST, name="dispatch")
class ChangeView(View):
    """Ends a notice now, or lets it go on."""

    def post(self, request, page_id):
        page = get_object_or_404(AnnouncementPage, id=page_id).original
        if not rights.may_change(request.user, page):
            raise PermissionDenied
        lock = page.get_lock()
        if lock and lock.for_user(request.user):
            messages.error(request, _("Somebody has locked this page."))
        else:
            self.change(page, timezone.now())
        return redirect("urgent")


class EndView(ChangeView):
    """Enough of it."""

    def change(self, page, now):
        publishing.end(page, self.request.user, now)
        messages.success(self.request, _("“%(title)s” is over.") % {"title": page.title})


class ProlongView(ChangeView):
    """It takes longer."""

    def change(self, page, now):
        form = UntilForm(self.request.POST, now=now)
        if not form.is_valid():
            messages.error(self.request, " ".join(said for errors in form.errors.values() for said in errors))
            return
        publishing.prolong(page, self.request.user, form.cleaned_data["ends"])
        messages.success(self.request, _("“%(title)s” holds longer.") % {"title": page.title})


def _kind(model):
    return model._meta.app_label, model._meta.model_name
