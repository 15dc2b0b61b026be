from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "quartier.operations"
    label = "operations"
