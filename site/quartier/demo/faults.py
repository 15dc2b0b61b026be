"""What is wrong with the data, and where: file, then key by key."""

from contextlib import contextmanager

from django.core.exceptions import ValidationError


class Fault(Exception):  # noqa: N818 - it is the data's fault, not the program's
    """A mistake in a data file; knows the way to it, outermost first."""

    def __init__(self, what, *way):
        super().__init__(what)
        self.what, self.way = what, way

    def __str__(self):
        return ": ".join([" → ".join(self.way), self.what] if self.way else [self.what])


@contextmanager
def at(*place):
    """Every fault found inside learns that it lies at `place`."""
    try:
        yield
    except Fault as fault:
        raise Fault(fault.what, *map(str, place), *fault.way) from None
    except ValidationError as error:
        raise Fault("; ".join(_sentences(error)), *map(str, place)) from None


def _sentences(error):
    """Django's and Wagtail's nested errors as "name: message", one after the other."""
    if hasattr(error, "block_errors"):
        for name, inner in error.block_errors.items():
            place = f"{name + 1}." if isinstance(name, int) else name
            yield from (f"{place} → {sentence}" for sentence in _sentences(inner))
        for inner in error.non_block_errors.as_data():
            yield from _sentences(inner)
    elif hasattr(error, "error_dict"):
        yield from (f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())
    else:
        yield from error.messages
