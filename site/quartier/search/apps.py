from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "quartier.search"
    label = "search"

    def ready(self):
        from quartier.search import signals  # noqa: F401
