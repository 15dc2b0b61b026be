"""A screen of the editor's side that is no list or form of Wagtail's, and the way that leads to it."""

from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """Its own title ends the way that stands above it."""

    def way(self):
        """What lies between the first screen and this one: (address, name) of each."""
        return []

    def get_breadcrumbs_items(self):
        between = [{"url": url, "label": label} for url, label in self.way()]
        return [*super().get_breadcrumbs_items(), *between, {"url": "", "label": self.get_page_title()}]


class PermittedScreen(PermissionCheckedMixin, Screen):
    """For those who have the `permission_required`."""

    def user_has_permission(self, permission):
        return self.request.user.has_perm(permission)


def form_of(page):
    """Where a page is edited, and its name there, as `Screen.way` wants it."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk]), page.get_admin_display_title()
