"""The strict settings. Every other settings module starts here and relaxes.

The environment variables read here are listed in site/README.md; a test compares the two.
"""

from pathlib import Path

import dj_email_url
from environs import Env

from quartier.settings import wanted
from quartier.settings.caching import caching
from quartier.settings.databases import database
from quartier.settings.languages import LANGUAGES
from quartier.settings.machine import machine
from quartier.settings.mailing import mailing, needed_by
from quartier.settings.policies import (  # noqa: F401 (they are settings)
    ADMIN_CONTENT_SECURITY_POLICY,
    CONTENT_SECURITY_POLICY,
    MEDIA_CONTENT_SECURITY_POLICY,
)
from quartier.settings.signing_in import signing_in
from quartier.settings.storing import bucket, storages
from quartier.settings.telling import telling

ROOT = Path(__file__).resolve().parents[3]
env = Env()

# Who and where ------------------------------------------------------------------------------
SECRET_KEY = env.str("SECRET_KEY", validate=wanted.something)
SECRET_KEY_FALLBACKS = [key for key in env.list("SECRET_KEY_FALLBACKS", []) if key.strip()]
SITE_URL = env.str("SITE_URL", validate=wanted.web_address).rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", validate=wanted.names)
DATA_DIR = env.path("DATA_DIR", ROOT / "var", validate=wanted.folder)
DEBUG = False
ROOT_URLCONF = "quartier.urls"
WSGI_APPLICATION = "quartier.wsgi.application"

# What it is built from ----------------------------------------------------------------------
INSTALLED_APPS = [
    "quartier",
    "quartier.languages",
    "quartier.plainly",
    "quartier.search",
    "quartier.operations",
    "quartier.page_cache",
    "quartier.accounts",
    "quartier.signing_in",
    "quartier.announcing",
    "quartier.demo",
    "pages.home",
    "pages.standard",
    "pages.services",
    "pages.events",
    "pages.partners",
    "pages.volunteering",
    "pages.enquiries",
    "pages.letters",
    "pages.announcements",
    "pages.subscribers",
    "pages.mailings",
    "pages.newsletters",
    "pages.values",
    "pages.passages",
    "pages.easy",
    "pages.people",
    "pages.places",
    "pages.centre",
    "pages.pictures",
    "pages.topics",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "maintenance_mode",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "quartier.reporting.door.noted",
    "csp.middleware.CSPMiddleware",
    "quartier.middleware.security_policies",
    "quartier.middleware.keep_the_screen_awake",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "quartier.files.CompressText",
    "quartier.files.answer_parts",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "quartier.middleware.refuse_unreadable_addresses",
    "quartier.middleware.ask_once_what_is_closed",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "quartier.signing_in.guard.Guard",
    "quartier.accounts.doors.Doors",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "maintenance_mode.middleware.MaintenanceModeMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["quartier.templatetags.phrasing"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quartier.context.house",
            ],
        },
    }
]

# Where it keeps things ----------------------------------------------------------------------
DATABASES = {
    "default": database(
        env.str("DATABASE_URL", f"sqlite:///{DATA_DIR / 'quartier.sqlite3'}", validate=wanted.database)
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
BACKUP_DIR = env.path("BACKUP_DIR", DATA_DIR / "backups", validate=wanted.no_file)
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "site/static"]
S3 = bucket(env)
STORAGES = {
    **storages(S3),
    "staticfiles": {"BACKEND": "quartier.stylesheet.OneStylesheetStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
FILE_UPLOAD_PERMISSIONS = 0o644
vars().update(caching(env, DATA_DIR))

# Languages and time -------------------------------------------------------------------------
LANGUAGE_CODE = "de"
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [ROOT / "site/locale"]
FORMAT_MODULE_PATH = "quartier.languages.formats"
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine(
    env.str("DEEPL_KEY", ""),
    env.str(
        "LIBRETRANSLATE_URL", "", validate=wanted.address("https", "http", like="https://translate.example")
    ),
    env.str("LIBRETRANSLATE_KEY", ""),
)

# Safety -------------------------------------------------------------------------------------
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", False)
SECURE_HSTS_PRELOAD = SECURE_HSTS_INCLUDE_SUBDOMAINS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# The operator decides about other subdomains; previews are frames of the same site.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"
X_FRAME_OPTIONS = "SAMEORIGIN"
vars().update(signing_in(env))

# The editor's side --------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Quartier"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT, WAGTAIL_TIME_FORMAT = "%d.%m.%Y", "%d.%m.%Y %H:%M", "%H:%M"
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "blocks.mending.MendingTextArea"}}
WAGTAILIMAGES_IMAGE_MODEL = "pictures.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pages.pictures.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "svg", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_AVIF_QUALITY, WAGTAILIMAGES_WEBP_QUALITY, WAGTAILIMAGES_JPEG_QUALITY = 52, 76, 76
WAGTAILDOCS_DOCUMENT_MODEL = "pictures.File"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "pages.pictures.forms.FileForm"
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"),
    *("mp3", "mp4", "vtt", "webm"),
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
PEERTUBE_HOSTS = env.list("PEERTUBE_HOSTS", ["digitalcourage.video", "framatube.org"], validate=wanted.hosts)
PEERTUBE_HOSTS = [host.lower() for host in PEERTUBE_HOSTS]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Mail, tasks, words to the operator ---------------------------------------------------------
vars().update(dj_email_url.parse(env.str("EMAIL_URL", "console:", validate=wanted.mail_server)))
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "", validate=wanted.mail_address)
DKIM_SELECTORS = env.list("DKIM_SELECTORS", [], validate=wanted.words)
MAINTENANCE_MODE_STATE_BACKEND = "quartier.page_cache.closing.ClosedFile"
MAINTENANCE_MODE_STATE_FILE_PATH = str(DATA_DIR / "maintenance")
MAINTENANCE_MODE_IGNORE_URLS = ("^/admin/", "^/static/")
vars().update(mailing(env, vars()["EMAIL_BACKEND"]))
INSTALLED_APPS += needed_by(vars()["EMAIL_BACKEND"])
vars().update(telling(env, DATA_DIR))
