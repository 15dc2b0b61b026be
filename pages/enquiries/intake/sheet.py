"""The form as it is shown this time: its rows, its mistakes, what it is about."""

from dataclasses import dataclass, field

from blocks.goal import goal
from pages.enquiries.building import COPY, kind_of
from pages.enquiries.intake.ticket import Ticket
from pages.enquiries.subject import named, query_for


@dataclass
class Sheet:
    """The form as it is shown this time."""

    page: object
    form: object
    ticket: Ticket
    about: object = None
    notice: str = ""
    has_lost_files: bool = False
    rows: list = field(init=False)

    def __post_init__(self):
        self.rows = [
            Row(bound, kind_of(bound.field), "" if bound.name == COPY else self.page.foreign)
            for bound in self.form
        ]

    @property
    def faults(self):
        """Each field with a mistake: where it is, its label, what is wrong, and the label's language."""
        wrong = [row for row in self.rows if row.bound.errors]
        return [(row.target, row.bound.label, row.bound.errors[0], row.language) for row in wrong]

    @property
    def about_shown(self):
        """The page that it is about, as readers meet it."""
        return goal(self.about)

    @property
    def about_kind(self):
        return named(self.about) if self.about else ""

    @property
    def query(self):
        return query_for(self.about) if self.about else ""


@dataclass(frozen=True)
class Row:
    """One field, how it is drawn, and the language of its words where that is not the reader's."""

    bound: object
    kind: str
    language: str

    @property
    def target(self):
        """Where a link to it should lead: to the control itself."""
        return f"{self.bound.auto_id}_0" if self.kind == "choice" else self.bound.auto_id
