from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EasyConfig(AppConfig):
    name = "pages.easy"
    verbose_name = _("Leichte Sprache")
