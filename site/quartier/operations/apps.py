from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "quartier.operations"
    label = "operations"

    def ready(self):
        from django.core.checks import Tags, register
        from django.db.models.signals import post_migrate

        from quartier.operations.sqlite import after_migrating, check_wal

        post_migrate.connect(after_migrating)
        register(check_wal, Tags.database)
