from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingsConfig(AppConfig):
    name = "pages.mailings"
    verbose_name = _("Mailings")

    def ready(self):
        from django.apps import apps

        import pages.mailings.leaving

        if apps.is_installed("anymail"):
            import pages.mailings.bounces.providers  # noqa: F401
