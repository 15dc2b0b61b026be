"""The form of a page: what stands above and below its fields, and what a translation has no fields for."""

from copy import copy

from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import ObjectList, Panel, PanelGroup, TabbedInterface

ABOVE = "say_above_page_form"
"""A hook of ours: what it answers with (request, page) stands above the form, as HTML."""
SMALL_CHANGE = "is_small_change"
OF_ORIGINALS = {"show_in_menus"}
"""Not among the facts, since Wagtail brings it; but the menu is that of the originals, too."""


def is_translation(page) -> bool:
    """Whether another page holds its facts."""
    return bool(page is not None and page.pk and page.original.pk != page.pk)


def facts_of(kind) -> set[str]:
    """The names of the fields that only an original has in its form."""
    return {*kind.facts, *OF_ORIGINALS}


class AbovePanel(Panel):
    """What other parts of the house have to say of a page that is being edited."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/above.html"

        @cached_property
        def said(self):
            if not (self.request and self.instance.pk):
                return ""
            parts = (say(self.request, self.instance) for say in hooks.get_hooks(ABOVE))
            return mark_safe("".join(parts))  # noqa: S308 (HTML of our own templates)

        def is_shown(self):
            return bool(self.said)


class SmallChangePanel(Panel):
    """The last question before publishing an original that has translations."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/small_change.html"

        def is_shown(self):
            return self.form is not None and SMALL_CHANGE in self.form.fields

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "field": self.form[SMALL_CHANGE]}

    def get_form_options(self):
        return {"fields": [SMALL_CHANGE]}


class PageTabs(TabbedInterface):
    """The tabs of a page; of a translation those with texts, since its facts are those of its original."""

    @cached_property
    def texts_only(self):
        return _without(self, facts_of(self.model))

    def get_bound_panel(self, instance=None, request=None, form=None, prefix="panel"):
        panel = self.texts_only if is_translation(instance) else self
        return super(PageTabs, panel).get_bound_panel(instance, request, form, prefix)


def tabs_of(kind):
    """The form of a kind of page, as Wagtail puts it together from its lists of panels."""
    content = [
        AbovePanel(heading=_("Languages"), icon="globe"),
        *kind.content_panels,
        SmallChangePanel(heading=_("Before you publish"), icon="globe"),
    ]
    tabs = [
        ObjectList(content, heading=_("Content")),
        ObjectList(kind.promote_panels, heading=_("Promote")),
        ObjectList(kind.settings_panels, heading=_("Settings")),
    ]
    return PageTabs(tabs, base_form_class=kind.base_form_class).bind_to_model(kind)


def _without(panel, names):
    """The same panel without those that edit facts; None if nothing is left of it."""
    name = getattr(panel, "field_name", "") or getattr(panel, "relation_name", "")
    if name in names or getattr(panel, "is_about_facts", False):
        return None
    if not isinstance(panel, PanelGroup):
        return panel
    less = copy(panel)
    less.__dict__.pop("child_identifiers", None)
    less.children = [child for each in panel.children if (child := _without(each, names))]
    return less if less.children else None
