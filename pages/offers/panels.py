"""The filters of a list as a form shows them: what one may choose, and what is chosen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One value of a filter; where that is known how many it gives, and the address that asks for it."""

    name: str
    value: str
    label: str
    is_chosen: bool
    count: int | None = None
    url: str = ""


@dataclass(frozen=True)
class Panel:
    """Filters that are opened together: pairs of a legend and its options.

    Open where something is chosen, or only where more is chosen than what another place shows already.
    """

    title: str
    sets: list
    opens_at: int = 1

    @property
    def number(self):
        return sum(option.is_chosen for _legend, options in self.sets for option in options)

    @property
    def is_open(self):
        return self.number >= self.opens_at


def filled(panels: list[Panel]) -> list[Panel]:
    """Those in which there is something to choose, without the sets in which there is nothing."""
    for panel in panels:
        panel.sets[:] = [each for each in panel.sets if each[1]]
    return [panel for panel in panels if panel.sets]
