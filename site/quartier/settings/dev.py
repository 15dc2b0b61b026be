"""For the development server: fast reload, no https, templates and static files straight from the tree."""

import os

os.environ.setdefault("SECRET_KEY", "development-only")
os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")
os.environ.setdefault("SECOND_FACTOR", "nobody")
os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
os.environ.setdefault("MAIL_FROM", "Nachbarschaftshaus am Lindenplatz <hallo@lindenplatz.example>")

from .production import *

DEBUG = True
KEEP_PAGES = False  # templates change without a word to the database
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
if "EMAIL_URL" not in os.environ:
    EMAIL_BACKEND = "quartier.demo.mailbox.filing.EmailBackend"
