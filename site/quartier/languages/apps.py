from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "quartier.languages"
    label = "languages"

    def ready(self):
        from quartier.languages import signals, trees  # noqa: F401
        from quartier.languages.patches import apply

        apply()
