"""The form as it is shown this time: its rows, its mistakes, what it is about."""

from dataclasses import dataclass, field

from pages.enquiries.building import kind_of
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
        self.rows = [Row(bound, kind_of(bound.field)) for bound in self.form]

    @property
    def faults(self):
        """Each field with a mistake: where it is, what it is called, what is wrong."""
        return [(row.target, row.bound.label, row.bound.errors[0]) for row in self.rows if row.bound.errors]

    @property
    def about_kind(self):
        return named(self.about) if self.about else ""

    @property
    def query(self):
        return query_for(self.about) if self.about else ""


@dataclass(frozen=True)
class Row:
    """One field, and how it is drawn."""

    bound: object
    kind: str

    @property
    def target(self):
        """Where a link to it should lead: to the control itself."""
        return f"{self.bound.auto_id}_0" if self.kind == "choice" else self.bound.auto_id
