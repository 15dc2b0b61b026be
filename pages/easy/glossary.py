"""The words that are explained, for all who write or show texts in Leichte Sprache."""

from pages.easy.models import GlossaryWord


def glossary() -> dict[str, str]:
    """Each word with its explanation in Leichte Sprache. One query."""
    return dict(GlossaryWord.objects.values_list("word", "explanation"))
