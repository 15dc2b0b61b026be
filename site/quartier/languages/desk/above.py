"""What stands above the form of a page: how it stands in each language, and the facts of a translation."""

from django.template.loader import render_to_string

from pages.base import BasePage
from pages.panels import is_translation
from quartier.context import House
from quartier.languages.desk.rights import Rights
from quartier.languages.desk.told import facts_told
from quartier.languages.desk.ways import Cell, called
from quartier.languages.states import State, standings


def above(request, page) -> str:
    """As HTML; nothing for a house that speaks one language."""
    codes = House.of(request).languages
    if not isinstance(page, BasePage) or not (is_translation(page) or codes[1:]):
        return ""
    original = page.original
    row = standings([page])[page.translation_key]
    own = original.locale.language_code
    others = [code for code in codes if code != own]
    rights = Rights(request.user, [original], others)
    cells = [
        Cell(code, row[code], original, rights.may_work_on(original, code, row[code])) for code in others
    ]
    said = {"page": page, "original": original, "cells": cells, "original_language": called(own)}
    if is_translation(page):
        here = row[page.locale.language_code]
        asks = here.state in (State.OLDER, State.MACHINE)
        said |= {
            "here": here,
            "language": called(page.locale.language_code),
            "facts": facts_told(original),
            "may_confirm": asks and page.permissions_for_user(request.user).can_publish(),
        }
    return render_to_string("wagtailadmin/languages/above.html", said, request)
