"""One thing that the doctor found: how it stands, in a sentence, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import IntegerChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy


class State(IntegerChoices):
    """How it stands. The worst of all is how `manage.py doctor` ends."""

    GOOD = 0, pgettext_lazy("how it stands", "good")
    LOOK = 1, _("look at this")
    BROKEN = 2, _("broken")


@dataclass(frozen=True)
class Finding:
    """Sentences are translated only where they are read; `values` are put into their braces.
    `where` is the address at which it can be mended, on the editor's side."""

    state: State
    says: str
    do: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    where: str = ""

    @property
    def sentence(self):
        return str(self.says).format(**self.values)

    @property
    def remedy(self):
        return str(self.do).format(**self.values)

    @property
    def name(self):
        """What stays the same however its numbers change, whatever language is read."""
        with override(None):
            return str(self.says)


def good(says, **values):
    return Finding(State.GOOD, says, values=values)


def look(says, do="", **values):
    return Finding(State.LOOK, says, do, values)


def broken(says, do="", **values):
    return Finding(State.BROKEN, says, do, values)
