"""What somebody can do about a page in a language: one button each."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from pages.tongues import name_of
from quartier.languages.starting import WRITTEN_FREELY
from quartier.languages.states import Standing, State

ICONS = {
    State.NONE: "minus",
    State.IN_WORK: "draft",
    State.MACHINE: "cogs",
    State.CURRENT: "check",
    State.OLDER: "history",
}
WORDS = {
    State.NONE: pgettext_lazy("button", "Translate"),
    State.IN_WORK: pgettext_lazy("button", "Continue"),
    State.MACHINE: pgettext_lazy("button", "Check and confirm"),
    State.OLDER: pgettext_lazy("button", "Update"),
    State.CURRENT: "",
}
WRITE = pgettext_lazy("button", "Write in Leichte Sprache")


def called(code):
    """A language as editors call it; where that is unknown, as it calls itself."""
    return name_of(code) if name_of(code) != code else dict(settings.LANGUAGES).get(code, code)


@dataclass(frozen=True)
class Cell:
    """One page in one language, as the overview shows it."""

    code: str
    standing: Standing
    original: object
    may_change: bool

    @property
    def name(self):
        return called(self.code)

    @property
    def state(self):
        return self.standing.state

    @property
    def icon(self):
        return ICONS[self.state]

    @property
    def button(self):
        if not self.may_change:
            return ""
        return WRITE if self.starts and self.code in WRITTEN_FREELY else WORDS[self.state]

    @property
    def starts(self):
        """Whether the button makes a page: then it is pressed, not followed."""
        return self.state == State.NONE

    @property
    def url(self):
        if self.starts:
            return reverse("languages:start", args=[self.original.pk, self.code])
        return reverse("wagtailadmin_pages:edit", args=[self.standing.page.pk])
