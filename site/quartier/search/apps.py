from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "quartier.search"
    label = "search"
