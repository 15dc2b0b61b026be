"""The bare house's door, and one without any of Django's doormen for the shortest word."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.bare.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
