from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingsConfig(AppConfig):
    name = "pages.mailings"
    verbose_name = _("Mailings")

    def ready(self):
        import pages.mailings.leaving  # noqa: F401
