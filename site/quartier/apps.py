from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings


class QuartierConfig(AppConfig):
    name = "quartier"
    verbose_name = "Quartier"

    def ready(self):
        if settings.SENTRY_DSN:
            from quartier.reporting import faults

            faults.begin(settings.SENTRY_DSN, urlsplit(settings.SITE_URL).hostname)
