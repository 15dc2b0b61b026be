from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "quartier.accounts"
    label = "accounts"

    def ready(self):
        from quartier.accounts import signals  # noqa: F401
        from quartier.accounts.veil import apply

        apply()
