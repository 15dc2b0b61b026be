from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubscribersConfig(AppConfig):
    name = "pages.subscribers"
    verbose_name = _("Subscribers")

    def ready(self):
        from pages.subscribers import leaving  # noqa: F401 (its signals)
