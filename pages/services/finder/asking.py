"""What one can ask the finder for, in words; and what an address asks for: nonsense is left out.

/de/angebote/?fuer=kinder&fuer=familien&thema=kultur&tag=1&zeit=abend&sprache=ar&kostenlos=1&stufenlos=1
&ohne-anmeldung=1&seite=2
"""

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.offers.choosing import SomeOf
from pages.services.finder.matching import (
    AUDIENCE,
    DAY,
    DROP_IN,
    FILTERS,
    FREE,
    LANGUAGE,
    PART,
    STEP_FREE,
    TOPIC,
    Question,
)
from pages.services.finder.stock import YES
from pages.tongues import CODES, name_of
from pages.topics.models import Audience, Topic
from pages.wording import marked


def labels() -> dict[str, dict[str, str]]:
    """Each value that may be chosen with its name, by filter, in the order in which they are offered."""
    return {
        AUDIENCE: _named(Audience.objects.all()),
        TOPIC: _named(sorted(Topic.objects.all(), key=lambda topic: str(topic).casefold())),
        DAY: {str(number + 1): str(name) for number, name in WEEKDAYS.items()},
        PART: {
            "vormittag": pgettext("part of the day", "morning"),
            "nachmittag": pgettext("part of the day", "afternoon"),
            "abend": pgettext("part of the day", "evening"),
        },
        LANGUAGE: {code: name_of(code) for code in CODES},
        FREE: {YES: _("free of charge")},
        STEP_FREE: {YES: _("step-free")},
        DROP_IN: {YES: _("without registration")},
    }


def legends() -> dict[str, str]:
    """What each filter asks."""
    return {
        AUDIENCE: _("For whom?"),
        TOPIC: _("What about?"),
        DAY: _("On which day?"),
        PART: _("At what time?"),
        LANGUAGE: _("In which language?"),
    }


def _named(terms):
    return {term.slug: marked(term.name.text, term.name.language) for term in terms}


class FinderForm(forms.Form):
    """The question in an address, and the part of the list."""

    seite = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def __init__(self, data, labels):
        super().__init__(data)
        for name in FILTERS:
            self.fields[name] = SomeOf(choices=labels[name].items(), required=False)

    def read(self) -> tuple[Question, int]:
        self.full_clean()
        return Question.of(self.cleaned_data), self.cleaned_data.get("seite") or 1
