from django.apps import AppConfig


class QuartierConfig(AppConfig):
    name = "quartier"
    verbose_name = "Quartier"
