from django.apps import AppConfig


class AnnouncingConfig(AppConfig):
    name = "quartier.announcing"
    label = "announcing"

    def ready(self):
        from pages.announcements.dates import answered_by
        from quartier.announcing.calendar import Calendar

        answered_by(Calendar())
