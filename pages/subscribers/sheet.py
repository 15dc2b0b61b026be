"""A form of this room as it is shown this time: its rows, its mistakes, what it says beside them."""

from dataclasses import dataclass

from pages.enquiries.building import kind_of
from pages.enquiries.intake.sheet import Row


@dataclass
class Sheet:
    """`centre` is whom one can call; `page` and `stamp` are there where one signs up.

    `place` is the end of each name in a brick: several may stand on one page.
    """

    form: object
    centre: object
    page: object = None
    stamp: str = ""
    consent: str = ""
    notice: str = ""
    place: str = ""

    @property
    def rows(self):
        return [Row(bound, kind_of(bound.field), "") for bound in self.form]

    @property
    def faults(self):
        wrong = [row for row in self.rows if row.bound.errors]
        return [(row.target, row.bound.label, row.bound.errors[0], "") for row in wrong]
