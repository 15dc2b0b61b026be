from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "quartier.operations"
    label = "operations"

    def ready(self):
        from django.core.checks import Tags, register
        from django.db.models.signals import post_migrate

        from pages.letters.outbox import wanted_soon
        from quartier.operations.jobs import hurry
        from quartier.operations.sqlite import after_migrating, check_wal

        post_migrate.connect(after_migrating)
        wanted_soon.connect(hurry)
        register(check_wal, Tags.database)
