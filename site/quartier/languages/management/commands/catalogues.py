"""Keep the catalogues of translated words complete."""

import shutil
import tempfile
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils.translation import to_locale

from quartier.languages.words import exceptions, fault, is_needed, is_public

ROOT = settings.ROOT
LEFT_OUT = [".venv", "var", "tests", "node_modules", "site/static", "site/locale"]


class Command(BaseCommand):
    """Collects the words of code and templates, and says which have no translation yet."""

    help = "Collect all words of code and templates into the catalogues."

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--compile", action="store_true", help="only write the .mo files")
        choice.add_argument(
            "--check", action="store_true", help="change nothing; fail if a word is missing, fuzzy or broken"
        )

    def handle(self, *, compile, check, **options):
        if compile:
            return self._compile()
        if not shutil.which("xgettext"):
            raise CommandError(
                "The program xgettext is missing. Install the package “gettext” and try again."
            )
        if check:
            return self._check()
        self._collect(ROOT / "site/locale")
        return self._compile()

    def _compile(self):
        for catalogue in sorted((ROOT / "site/locale").glob("*/LC_MESSAGES/*.po")):
            polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))

    def _collect(self, folder):
        """All words into the catalogue of the site's own language, those that readers see into the others.

        English is what the code speaks, so it has none.
        """
        own = to_locale(settings.LANGUAGE_CODE)
        others = [to_locale(code) for code, _name in settings.LANGUAGES if code not in {own, "en"}]
        previous, settings.LOCALE_PATHS = settings.LOCALE_PATHS, [str(folder)]
        try:
            call_command(
                "makemessages",
                locale=[own, *others],
                ignore_patterns=LEFT_OUT,
                no_wrap=True,
                add_location="file",
                no_obsolete=True,
                verbosity=0,
            )
        finally:
            settings.LOCALE_PATHS = previous
        public = exceptions(folder / "public.txt")
        for locale in (own, *others):
            _tidy(folder, locale, None if locale == own else public)

    def _check(self):
        with tempfile.TemporaryDirectory(dir=ROOT / "site") as copy:
            folder = Path(copy)
            shutil.copytree(ROOT / "site/locale", folder, dirs_exist_ok=True)
            self._collect(folder)
            faults = [
                f"{catalogue.parts[-3]}: {entry.msgid!r} ({what})"
                for catalogue in sorted(folder.glob("*/LC_MESSAGES/*.po"))
                for entry in polib.pofile(str(catalogue))
                if not entry.obsolete and (what := fault(entry))
            ]
        if faults:
            raise CommandError("These words are not right yet:\n  " + "\n  ".join(faults))
        self.stdout.write("All catalogues are complete.")


def _tidy(folder, locale, public):
    """In alphabetical order and without places; only what readers see, if `public` names the exceptions."""
    catalogue = folder / locale / "LC_MESSAGES/django.po"
    words = polib.pofile(str(catalogue), wrapwidth=110)
    words.metadata.pop("POT-Creation-Date", None)
    for entry in list(words):
        if not is_needed(entry, locale) or (public is not None and not is_public(entry, public)):
            words.remove(entry)
        entry.occurrences = []
    words.sort(key=lambda entry: entry.msgid.lower())
    words.save()
