"""Leichte Sprache, with as little as it needs."""

from wagtail.models import Locale

from pages.easy.models import GlossaryWord


def in_easy(page, **texts):
    """The published version of a page in Leichte Sprache, with texts of its own."""
    locale = Locale.objects.get_or_create(language_code="de-simple")[0]
    version = page.copy_for_translation(locale, copy_parents=True)
    for name, text in texts.items():
        setattr(version, name, text)
    version.save_revision().publish()
    version.refresh_from_db()
    return version


def explained(word, explanation):
    """A word of the glossary."""
    return GlossaryWord.objects.create(word=word, explanation=explanation)
