"""Which words a catalogue needs, and what is wrong with one: no database, no request."""

import re
from fnmatch import fnmatch
from pathlib import Path

EDITORS_ONLY = (
    *("blocks/*.py", "*/apps.py", "*/wagtail_hooks.py", "*/checks.py", "*/panels.py", "*/reports.py"),
    *("*/desk.py", "*/desk/*", "*/models.py", "*/models/*", "*/forms.py", "*/form.py", "*/editing.py"),
    *("pages/base.py", "pages/blanks.py", "pages/pictures/cleaning.py"),
    *("pages/events/upload/*", "pages/events/outside/*", "pages/events/logged.py"),
    *("pages/events/foretelling.py", "pages/events/rescheduling.py", "pages/newsletters/sending/*"),
    *("pages/newsletters/composing/checking/*", "pages/newsletters/composing/previewing.py"),
    *("pages/newsletters/blocks.py", "pages/newsletters/filling.py", "pages/newsletters/beginning.py"),
    *("pages/newsletters/coming.py", "pages/newsletters/changes.py"),
    *("site/quartier/accounts/*", "site/quartier/operations/*", "site/quartier/demo/*"),
    *("site/quartier/announcing/*", "site/quartier/signing_in/*", "site/quartier/backups/*"),
    *("site/quartier/outages/answering.py", "templates/outages/*_desk.html", "templates/emails/signing_in/*"),
    *("site/quartier/creating.py", "site/quartier/submitting.py", "site/quartier/plainly/*"),
    *("site/quartier/languages/states.py", "site/quartier/languages/upload.py"),
    *("templates/wagtailadmin/*", "templates/wagtaildocs/*", "templates/widgets/*", "*_report_results.html"),
)
"""Where the words stand that only editors read: in German and English. `public.txt` names the exceptions."""

ONLY_THERE = {"Leichte Sprache": "de_Simple"}
"""Contexts of words that are read in one language only, and its catalogue: no other one needs them."""

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?\w+")


def exceptions(file: Path):
    """The words that readers see too, though they stand where editors' words do: one in a line."""
    return {line for line in file.read_text().splitlines() if line and not line.startswith("#")}


def is_public(entry, public):
    """Whether readers see an entry of a catalogue that was collected with its places."""
    places = [place for place, _line in entry.occurrences]
    return entry.msgid in public or not all(map(_is_editors_only, places))


def is_needed(entry, locale):
    """Whether a catalogue needs an entry that is perhaps read in one language only."""
    return ONLY_THERE.get(entry.msgctxt, locale) == locale


def _is_editors_only(place):
    return any(fnmatch(place, pattern) for pattern in EDITORS_ONLY)


def fault(entry):
    """What is wrong with an entry, in a word; nothing if all is well."""
    if entry.fuzzy or not entry.translated():
        return "missing"
    texts = [entry.msgstr] if entry.msgstr else [*entry.msgstr_plural.values()]
    sources = [set(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgid_plural) if text]
    wanted = set().union(*sources)
    for text in texts:
        found = set(PLACEHOLDER.findall(text))
        # A form for "one" or "two" may do without the number: it says it in words.
        if found - wanted or (not entry.msgid_plural and wanted - found):
            return "placeholders differ"
    return ""
