"""The list of subscribers, to be searched, changed, exported."""

from collections import Counter

import django_filters
from django.conf import settings
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from pages.enquiries.desk.spreadsheet import Spreadsheet
from pages.subscribers.asking import Answer, answer, ask
from pages.subscribers.desk.forms import AddForm, ChangeForm
from pages.subscribers.models import State, Subscriber

SAID = {
    Answer.CONFIRM: gettext_lazy("A mail asks whether that is right. Who confirms gets the newsletter."),
    Answer.KNOWN: gettext_lazy("This address gets the newsletter already. A mail with the settings is sent."),
    Answer.TOO_OFTEN: gettext_lazy(
        "No mail was sent: this address was written to a moment ago. Please try again in 15 minutes."
    ),
}


class SubscriberFilters(WagtailFilterSet):
    """By state and by language."""

    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=State.choices)
    language = django_filters.ChoiceFilter(label=gettext_lazy("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = Subscriber
        fields = ["state", "language"]


class SubscribersView(Spreadsheet, generic.IndexView):
    """How many there are, in which language; then each of them."""

    any_permission_required = ["view"]

    def get_base_queryset(self):
        found = super().get_base_queryset()
        return found.prefetch_related("topics", "audiences") if self.is_export else found

    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if self.user_has_permission("add"):
            address = reverse("import_subscribers")
            buttons.append(Button(_("Take in a list"), url=address, icon_name="upload", priority=60))
        return buttons

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not (self.is_export or self.results_only):
            context["counts"], context["states"] = _counts(), State.labels
        return context


def _counts():
    """A row for each language that somebody has, with the sum of each state; and the sums of all."""
    sums = Counter()
    for language, state, count in (
        Subscriber.objects.order_by().values_list("language", "state").annotate(Count("pk"))
    ):
        sums[language, state] += count
    names = dict(settings.LANGUAGES)
    known = sorted({language for language, _state in sums}, key=lambda code: -sums[code, State.CONFIRMED])
    rows = [(names.get(code, code), [sums[code, state] for state in State]) for code in known]
    return rows, [sum(sums[code, state] for code in known) for state in State]


class AddView(generic.CreateView):
    """Nobody is made a subscriber by somebody else: a mail asks."""

    def form_valid(self, form):
        typed, now = form.cleaned_data, timezone.now()
        wish = ask(typed["address"], typed["language"], typed["topics"], typed["audiences"], now=now)
        said = answer(wish, now)
        tell = messages.warning if said == Answer.TOO_OFTEN else messages.success
        if said:
            tell(self.request, SAID[said])
        return HttpResponseRedirect(reverse(self.index_url_name))


class SubscriberViewSet(ModelViewSet):
    """At /admin/subscribers/."""

    model = Subscriber
    name = "subscribers"
    icon = "mail"
    menu_label = gettext_lazy("Newsletter readers")
    menu_order = 70
    index_view_class, add_view_class = SubscribersView, AddView
    index_template_name = "wagtailadmin/subscribers/subscribers.html"
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = [
        "address",
        Column("language_name", label=gettext_lazy("Language"), sort_key="language"),
        Column("get_state_display", label=gettext_lazy("State"), sort_key="state"),
        "asked_at",
        "confirmed_at",
    ]
    filterset_class = SubscriberFilters
    list_per_page = 50
    search_fields = ["address"]
    search_backend_name = None
    ordering = ["-asked_at", "-pk"]
    export_filename = "newsletter"
    list_export = [
        *("address", "language", "topics_named", "audiences_named"),
        *("get_state_display", "asked_at", "confirmed_at", "wording"),
    ]
    export_headings = {
        "topics_named": gettext_lazy("Topics"),
        "audiences_named": gettext_lazy("For whom?"),
        "get_state_display": gettext_lazy("State"),
    }

    def get_form_class(self, for_update=False):
        return ChangeForm if for_update else AddForm
