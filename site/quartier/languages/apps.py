from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "quartier.languages"
    label = "languages"
