"""Which machine translates, if any: chosen by the environment; asked for a few strings at a time."""

from itertools import islice

from django.conf import settings
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator

AT_ONCE = 40
"""DeepL takes up to 50 strings in a request."""


class InParts:
    """Asks for a few strings, then for the next."""

    def translate(self, source_locale, target_locale, strings):
        strings, done = iter(strings), {}
        while part := list(islice(strings, AT_ONCE)):
            done |= super().translate(source_locale, target_locale, part)
        return done


class DeepL(InParts, DeepLTranslator):
    """By DeepL; the address differs for free keys."""


class Libre(InParts, LibreTranslator):
    """By a LibreTranslate server, ours or another."""


class _Tongue:
    def __init__(self, code):
        self.language_code = code


def machine_for(code):
    """The machine that translates into a language; None where there is none."""
    machine = get_machine_translator()
    if machine and machine.can_translate(_Tongue(settings.LANGUAGE_CODE), _Tongue(code)):
        return machine
    return None
