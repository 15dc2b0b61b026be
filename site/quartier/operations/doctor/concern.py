"""Something that the doctor looks at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import Finding
from quartier.operations.doctor.patience import Patience


class Group(TextChoices):
    """What belongs together, in the order in which it is told."""

    KEEPING = "keeping", _("What keeps your data")
    WORK = "work", _("What is done by itself")
    MAIL = "mail", _("Mail")
    SAFETY = "safety", _("Safety")
    CONTENT = "content", _("Pages and pictures")
    PROGRAM = "program", _("The program itself")


class Asks(Enum):
    """Whom it asks. `OUTSIDE` may hang, and so must not touch the database: it runs in a thread."""

    HERE = "here"
    DATABASE = "database"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Concern:
    """Its name is kept with what was found: do not change it."""

    name: str
    title: str
    group: Group
    asks: Asks
    look: Callable[[Patience], Iterable[Finding]]

    @property
    def label(self):
        return str(self.title)
