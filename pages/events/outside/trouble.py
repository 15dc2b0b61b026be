"""What can go wrong with a calendar of others. No database, no request; `spoken` says it in words."""

from enum import StrEnum


class Fault(StrEnum):
    """Kept in the database: do not change the values."""

    ADDRESS = "address"
    PRIVATE = "private"
    UNKNOWN_HOST = "unknown host"
    UNREACHABLE = "unreachable"
    INSECURE = "insecure"
    SLOW = "slow"
    TOO_LARGE = "too large"
    REDIRECTS = "redirects"
    GONE = "gone"
    LOCKED = "locked"
    ANSWER = "answer"
    WEB_PAGE = "web page"
    NO_CALENDAR = "no calendar"
    CUT_OFF = "cut off"
    NESTED = "nested"
    TOO_MANY = "too many"
    TOO_MUCH = "too much"
    BROKEN = "broken"


NEVER_RIGHT = {Fault.ADDRESS, Fault.PRIVATE, Fault.UNKNOWN_HOST, Fault.WEB_PAGE, Fault.NO_CALENDAR}
"""What waiting does not mend: the address itself is wrong."""


class TroubleError(Exception):
    """A whole calendar cannot be had or read."""

    def __init__(self, fault: Fault):
        super().__init__(fault.value)
        self.fault = fault


class UnreadableError(ValueError):
    """One event cannot be understood; the others can."""
