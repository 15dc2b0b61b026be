"""What stands in the form of an event beside its fields: what the server makes of them, and ways out."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel, Panel


class HintPanel(Panel):
    """Below each date or series: the sentence and the next dates, kept up to date by desk/schedule.js.

    Without the script it tells what was saved.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/events/hint_panel.html"

        def get_context_data(self, parent_context=None):
            is_stored = self.instance and self.instance.first_day and not (self.form and self.form.is_bound)
            sentence = str(self.instance) if is_stored else ""
            return {**super().get_context_data(parent_context), "sentence": sentence}


class Folded(MultiFieldPanel):
    """What is rarely needed, folded away inside another panel; open where there is a fault in it."""

    def __init__(self, children=(), summary="", **kwargs):
        super().__init__(children, **kwargs)
        self.summary = summary

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "summary": self.summary}

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "wagtailadmin/events/folded.html"

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "summary": self.panel.summary,
                "is_open": self.has_fault(),
            }

        def has_fault(self):
            names = self.panel.get_form_options()
            fields = any(name in self.form.errors for name in names.get("fields", ())) if self.form else False
            rows = getattr(self.form, "formsets", {})
            return fields or any(
                not rows[name].is_valid() for name in names.get("formsets") or () if rows[name].is_bound
            )


class DatesPanel(Panel):
    """The way from the form to the single dates; nothing while there are none."""

    is_about_facts = True

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/events/dates_panel.html"

        def is_shown(self):
            return bool(self.instance.pk and self.instance.live)

        def get_context_data(self, parent_context=None):
            address = reverse("events:dates", args=[self.instance.pk])
            return {**super().get_context_data(parent_context), "address": address}


def dates_panel():
    return DatesPanel(heading=_("Single dates"), icon="date")
