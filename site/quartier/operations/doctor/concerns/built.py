"""What is made from the program before it runs: static files and compiled catalogues."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import broken, good, look

COLLECT = _("Run `manage.py collectstatic --noinput`, and start the server anew.")
COMPILE = _("Run `manage.py catalogues --compile`, and start the server anew.")


def look_at(patience):
    yield collected(patience)
    yield compiled()


def collected(patience):
    """Whether all stylesheets, scripts and signs are there, none of them older than where it comes from."""
    if not hasattr(staticfiles_storage, "manifest_name"):
        return look(
            _("Static files come straight from the program, which is slow."),
            _("Set DJANGO_SETTINGS_MODULE=quartier.settings.production."),
        )
    manifest = Path(staticfiles_storage.location) / staticfiles_storage.manifest_name
    if not manifest.exists():
        return broken(_("Stylesheets and scripts were never collected: pages look naked."), COLLECT)
    known, since = staticfiles_storage.load_manifest()[0], manifest.stat().st_mtime
    for name, source in patience.each(_sources()):
        if name not in known or source.stat().st_mtime > since:
            return look(_("Stylesheets and scripts are older than the program."), COLLECT)
    return good(_("Stylesheets and scripts are collected."))


def _sources():
    """All that `collectstatic` collects."""
    left_out = apps.get_app_config("staticfiles").ignore_patterns
    for finder in get_finders():
        for name, storage in finder.list(left_out):
            yield name.replace("\\", "/"), Path(storage.path(name))


def compiled():
    """Whether each catalogue of translations was compiled after it was changed."""
    for folder in settings.LOCALE_PATHS:
        for words in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            made = words.with_suffix(".mo")
            if not made.exists():
                return broken(_("The words of a language are missing ({name})."), COMPILE, name=_name(words))
            if made.stat().st_mtime < words.stat().st_mtime:
                return look(_("The words of a language are old ({name})."), COMPILE, name=_name(words))
    return good(_("The words of all languages are there."))


def _name(words):
    return words.parent.parent.name
