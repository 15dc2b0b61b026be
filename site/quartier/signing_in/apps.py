from django.apps import AppConfig


class SigningInConfig(AppConfig):
    name = "quartier.signing_in"
    label = "signing_in"

    def ready(self):
        from quartier.signing_in import signals  # noqa: F401
