from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StandardConfig(AppConfig):
    name = "pages.standard"
    verbose_name = _("Plain pages")
