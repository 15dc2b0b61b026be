from django.apps import AppConfig


class PageCacheConfig(AppConfig):
    name = "quartier.page_cache"
    label = "page_cache"

    def ready(self):
        from django.conf import settings
        from django.db.backends.signals import connection_created

        from quartier.outages.postgresql import unclear
        from quartier.page_cache.watching import doubt, watch

        if settings.KEEP_PAGES:
            connection_created.connect(watch)
            unclear.connect(doubt)
