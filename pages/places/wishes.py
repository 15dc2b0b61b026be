"""Which room is large enough and lets everybody in. Facts in, answers out: no database, no request."""

from dataclasses import dataclass

YES = "yes"
SEATINGS = {"reihen": "seats_rows", "tische": "seats_tables", "stehend": "standing"}
"""How people can sit or stand, as it is written in an address, and what is known of it about a room."""


@dataclass(frozen=True)
class Wish:
    """What somebody looks for in a room; what is not asked for does not matter."""

    seats: int | None = None
    seating: str = ""
    step_free: bool = False
    toilet: bool = False
    loop: bool = False

    def fits(self, room) -> bool:
        return not any(self._misses(room))

    def distance(self, room) -> tuple[int, int, int]:
        """How far a room is from it, to be sorted by: things missing, seats missing, then the larger."""
        there = capacity(room, self.seating)
        return sum(self._misses(room)), max((self.seats or 0) - there, 0), -there

    def _misses(self, room):
        yield bool(self.seats or self.seating) and capacity(room, self.seating) < (self.seats or 1)
        yield self.step_free and not room.is_step_free
        yield self.toilet and room.accessible_toilet != YES
        yield self.loop and room.induction_loop != YES


def capacity(room, seating: str = "") -> int:
    """How many people have a place; without a seating, how many can sit. What nobody counted is none."""
    if seating:
        return getattr(room, SEATINGS[seating]) or 0
    return max(room.seats_rows or 0, room.seats_tables or 0)
