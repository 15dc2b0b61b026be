"""Who gets into a room, from what was measured there. Facts in, answers out: no database, no request."""

DOOR_WIDTH = 80
"""Centimetres that a wheelchair needs at a door (DIN 18040-2); public buildings: 90 (part 1)."""

KNOWN = ("lift", "accessible_toilet", "induction_loop", "quiet_room", "good_light", "dogs")
"""What one may know of a room with a yes or a no, by the name of its field."""

LIFT = (110, 140)
"""Width and depth in centimetres of a lift that takes any wheelchair (DIN 18040)."""


def is_step_free(steps: int | None, door_width: int | None) -> bool | None:
    """Whether one gets in without a step; None where the house has not counted or measured.

    `steps` are those left when one takes the lift or the ramp, `door_width` is that of the narrowest door in
    centimetres.
    """
    if steps or (door_width is not None and door_width < DOOR_WIDTH):
        return False
    return None if steps is None or door_width is None else True
