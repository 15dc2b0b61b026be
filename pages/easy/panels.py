"""What stands in the form of a page in Leichte Sprache beside its text."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from pages.easy.checking import check_of, is_for_checking, last_check_of


class RecheckPanel(Panel):
    """On top of the form, once the text of the draft is no longer the one that was checked."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/recheck.html"

        def is_shown(self):
            return is_for_checking(self.instance) and bool(self.last_check) and not check_of(self.instance)

        @property
        def last_check(self):
            return last_check_of(self.instance)

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "check": self.last_check}


def recheck_panel():
    return RecheckPanel(heading=_("Changed since it was checked"), icon="warning")


class RememberedPanel(Panel):
    """What the form remembers of the check, unseen."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/remembered.html"

        def is_shown(self):
            return "checked_last" in self.form.fields

        def get_context_data(self, parent_context=None):
            fields = [self.form["checked_before"], self.form["checked_last"]]
            return {**super().get_context_data(parent_context), "fields": fields}


CHECK = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("checked_by"), FieldPanel("checked_on")]), RememberedPanel()],
    _("Check of the Leichte Sprache"),
    help_text=_("The page then says so to its readers, until its text changes."),
)
