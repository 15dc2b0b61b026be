from django.apps import AppConfig


class PlainlyConfig(AppConfig):
    name = "quartier.plainly"
    label = "plainly"

    def ready(self):
        from quartier.plainly import signals  # noqa: F401
        from quartier.plainly.beside import stand_beside_forms

        stand_beside_forms()
