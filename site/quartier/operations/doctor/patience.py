"""How long the doctor looks at one thing. Who looks at many asks in between whether there is time left."""

from time import monotonic


class OutOfTimeError(Exception):
    """What was found until then holds; the rest was not looked at."""


class Patience:
    """So many seconds from now."""

    def __init__(self, seconds):
        self.seconds = seconds
        self._end = monotonic() + seconds

    @property
    def left(self):
        return max(self._end - monotonic(), 0)

    def each(self, things):
        """All of them, as long as there is time. Raises OutOfTimeError."""
        for thing in things:
            if not self.left:
                raise OutOfTimeError
            yield thing
