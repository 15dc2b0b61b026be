"""For pytest: in memory, quick passwords, static files as they lie in the tree."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "test-only")
os.environ.setdefault("SITE_URL", "http://testserver")
os.environ.setdefault("SECOND_FACTOR", "nobody")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="quartier-test-"))
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from .production import *

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
STATIC_ROOT.mkdir(exist_ok=True)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
KEEP_PAGES = False  # those who test copies say so
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
