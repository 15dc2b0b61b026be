from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnquiriesConfig(AppConfig):
    name = "pages.enquiries"
    verbose_name = _("Forms")

    def ready(self):
        from pages.enquiries import forgetting  # noqa: F401 (its signals)
