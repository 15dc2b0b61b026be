"""The helper beside the form of a page. Wagtail has no hook for its side panels: hence the wrapping."""

from functools import wraps

from django.forms import Script
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

from quartier.plainly.reading import LEVELS, NOT_READ
from quartier.plainly.views import title_of


class PlainlyPanel(BaseSidePanel):
    """Lists what the rules find in the form, kept up to date by desk/plainly.js."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Show or hide the writing helper")
        icon_name = "openquote"
        counter_classname = "w-bg-critical-200"

    name = "plainly"
    template_name = "wagtailadmin/plainly/panel.html"
    order = 340

    class Media:
        js = [Script("desk/plainly.js", type="module")]
        css = {"all": ["desk/plainly.css"]}

    @property
    def language(self):
        return self.object.locale.language_code

    @property
    def title(self):
        return title_of(self.language)

    def get_context_data(self, parent_context):
        pk = self.object.pk
        return {
            **super().get_context_data(parent_context),
            "language": self.language,
            "is_strict": self.language == "de-simple",
            "texts": [name for name in getattr(self.object, "texts", ["title"]) if name not in NOT_READ],
            "address": reverse("plainly:try"),
            "report": reverse("plainly:page", args=[pk]) if pk else "",
        }


def stand_beside_forms():
    """Add the panel to the forms of new and existing pages. Doing it twice changes nothing."""
    for view in (CreateView, EditView):
        original = view.get_side_panels
        if not getattr(original, "has_plainly", False):
            view.get_side_panels = _with_panel(original)


def _with_panel(original):
    @wraps(original)
    def get_side_panels(self):
        panels = original(self)
        # What Wagtail saves by itself asks for a few panels again, not for the whole form.
        is_whole_form = not (self.expects_json_response or getattr(self, "hydrate_create_view", False))
        if is_whole_form and self.page.locale.language_code in LEVELS:
            panels = MediaContainer([*panels, PlainlyPanel(self.page, self.request)])
        return panels

    get_side_panels.has_plainly = True
    return get_side_panels
