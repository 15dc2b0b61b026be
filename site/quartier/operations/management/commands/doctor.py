"""`manage.py doctor`: how the house is, in plain sentences, with what to do about it."""

import json
import sys
from itertools import groupby

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from quartier.operations.doctor.every import CONCERNS
from quartier.operations.doctor.examining import examine, worst
from quartier.operations.doctor.finding import State

PATIENCE = 60
"""Seconds for one concern: whoever types a command wants the whole answer."""

SIGNS = {State.GOOD: "✓", State.LOOK: "!", State.BROKEN: "✗"}
LANGUAGES = ["de", "en"]


class Command(BaseCommand):
    """Ends with 0 if all is good, with 1 if something should be looked at, with 2 if something is broken."""

    help = "Says how the house is: settings, mail, disk, backup, database, pages, links, pictures and more."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--language", choices=LANGUAGES, default=settings.LANGUAGE_CODE)
        parser.add_argument("--json", action="store_true", help="for programs")
        parser.add_argument(
            "--only", action="append", choices=[one.name for one in CONCERNS], help="several for several"
        )
        parser.add_argument("--patience", type=int, default=PATIENCE, help="seconds for one concern")

    def handle(self, *, language, only, patience, **options):
        chosen = [one for one in CONCERNS if not only or one.name in only]
        visits = examine(chosen, patience)
        with override(language):
            (self._as_json if options["json"] else self._in_words)(visits)
        sys.exit(int(worst(visits)))

    def _as_json(self, visits):
        rows = [
            {
                "group": visit.concern.group.value,
                "concern": visit.concern.name,
                "state": found.state.name.lower(),
                "says": found.sentence,
                "do": found.remedy,
            }
            for visit in visits
            for found in visit.findings
        ]
        told = {"state": worst(visits).name.lower(), "findings": rows}
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))

    def _in_words(self, visits):
        for group, together in groupby(visits, lambda visit: visit.concern.group):
            findings = [found for visit in together for found in visit.findings]
            if findings:
                self.stdout.write(f"\n{group.label}")
            for found in findings:
                self._tell(found)
        self.stdout.write(f"\n{_summary(visits)}")

    def _tell(self, found):
        style = {State.LOOK: self.style.WARNING, State.BROKEN: self.style.ERROR}.get(found.state, str)
        state = "" if found.state == State.GOOD else f"{found.state.label.capitalize()}: "
        self.stdout.write(f"  {style(SIGNS[found.state])} {style(state)}{found.sentence}")
        if found.remedy:
            self.stdout.write(f"    → {found.remedy}")


def _summary(visits):
    states = [found.state for visit in visits for found in visit.findings]
    broken, look = states.count(State.BROKEN), states.count(State.LOOK)
    told = []
    if broken:
        told.append(ngettext("{number} thing is broken.", "{number} things are broken.", broken))
    if look:
        told.append(ngettext("{number} thing to look at.", "{number} things to look at.", look))
    numbers = filter(None, [broken, look])
    return " ".join(words.format(number=number) for words, number in zip(told, numbers, strict=True)) or _(
        "All is well."
    )
