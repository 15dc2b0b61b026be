from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "pages.events"
    verbose_name = _("Events")

    def ready(self):
        from pages.events import signals  # noqa: F401
