"""PURE  How long a mail that was put off waits, and when it is given up."""

from datetime import timedelta

WAITS = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2)]
LONGEST_WAIT = timedelta(hours=8)
GIVE_UP_AFTER = timedelta(hours=48)


def wait_after(tries):
    """How long until the next try, after so many that failed."""
    return WAITS[tries - 1] if tries <= len(WAITS) else LONGEST_WAIT
