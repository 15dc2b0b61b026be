"""What machines have been asked to translate: page by page, outside of any request, until all is done."""

import logging
import time
from collections import Counter

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DataError, transaction
from django.utils import timezone
from wagtail_localize.views.edit_translation import apply_machine_translation

from quartier.languages.machines import machine_for
from quartier.languages.models import Errand
from quartier.languages.noting import managed
from quartier.languages.starting import WRITTEN_FREELY, start

LONGEST = 50
"""Seconds of work in one go: then others have their turn, and the rest waits for the next minute."""
MOST_TRIES = 3

log = logging.getLogger(__name__)


def ask(pages, locale, user, publishes=False) -> int:
    """Have pages translated; answers how many. Who is asked twice does it once."""
    if locale.language_code in WRITTEN_FREELY:
        return 0
    for page in pages:
        _ask(page, locale, user, publishes)
    return len(pages)


def _ask(page, locale, user, publishes):
    """What waits already keeps its tries, and what shall be published is."""
    said = {"user": user, "publishes": publishes}
    errand, is_new = Errand.objects.get_or_create(page=page, locale=locale, defaults=said)
    if is_new:
        return
    if errand.state != Errand.WAITING:
        errand.state, errand.tries, errand.trouble = Errand.WAITING, 0, ""
        errand.user, errand.publishes = user, publishes
    elif publishes:
        errand.user, errand.publishes = user, True
    errand.save()


def given_up():
    """The errands that nobody works on any more: a queryset."""
    return Errand.objects.filter(state=Errand.GIVEN_UP).select_related("page", "locale").order_by("-at")


def do_waiting(longest=LONGEST):
    """Do what waits, one page after the other; a fault stops no other page. Answers how many were done."""
    began, done = time.monotonic(), 0
    waiting = Errand.objects.filter(state=Errand.WAITING).order_by("tries", "pk")
    tried = set()
    while time.monotonic() - began < longest:
        errand = waiting.exclude(pk__in=tried).select_related("page", "locale", "user").first()
        if errand is None:
            break
        tried.add(errand.pk)
        done += _do(errand)
    return done


def progress():
    """For each language that has errands: how many are done, waiting, given up, and the last trouble."""
    rows = Errand.objects.values_list("locale__language_code", "state", "trouble")
    names, counts, troubles = dict(settings.LANGUAGES), {}, {}
    for code, state, trouble in rows:
        counts.setdefault(code, Counter())[state] += 1
        troubles[code] = trouble or troubles.get(code, "")
    return [
        {
            "name": names.get(code, code),
            "done": count[Errand.DONE],
            "waiting": count[Errand.WAITING],
            "given_up": count[Errand.GIVEN_UP],
            "all": count.total(),
            "trouble": troubles[code],
        }
        for code, count in counts.items()
    ]


def _do(errand):
    try:
        _translate(errand)
    except Exception as fault:
        log.exception("A machine could not translate page %s.", errand.page_id)
        errand.tries += 1
        errand.trouble = _cause(fault)
        errand.state = Errand.GIVEN_UP if errand.tries >= MOST_TRIES else Errand.WAITING
    else:
        errand.state, errand.trouble = Errand.DONE, ""
    errand.at = timezone.now()
    errand.save()
    return errand.state == Errand.DONE


def _cause(fault):
    """The words of the form where a text was refused; else the name of the fault: its words may hold keys."""
    if not isinstance(fault, ValidationError | DataError):
        return type(fault).__name__
    # A database that counts letters itself says so before the page is asked.
    words = str(fault).splitlines() if isinstance(fault, DataError) else fault.messages
    return " ".join(words)[: Errand._meta.get_field("trouble").max_length]


def _translate(errand):
    """Strings that somebody typed, or a machine before, stay as they are.

    On a page that is public they wait in its form until somebody publishes them.
    """
    machine = machine_for(errand.locale.language_code)
    if machine is None:
        raise LookupError(errand.locale.language_code)
    page = start(errand.page.specific, errand.locale, errand.user)
    translation = managed(page)
    if translation is None:
        return
    apply_machine_translation(translation.pk, errand.user, machine)
    with transaction.atomic():
        translation.save_target(user=errand.user, publish=errand.publishes)
