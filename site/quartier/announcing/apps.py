from django.apps import AppConfig


class AnnouncingConfig(AppConfig):
    name = "quartier.announcing"
    label = "announcing"
