"""What is wrong with the data, and where: file, then key by key."""

from contextlib import contextmanager

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import override


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
        with override("en"):
            way, what = next(_found(error))
            raise Fault(str(what).rstrip("."), *map(str, place), *way) from None


def listed(value):
    """The value, if it is a list; else a fault."""
    if not isinstance(value, list):
        raise Fault("here belongs a list")
    return value


def take(values, name):
    """The value of a name, taken out of a mapping; a fault if it is not there."""
    if name not in values:
        raise Fault("this is missing", name)
    return values.pop(name)


def _found(error, *way):
    """Django's and Wagtail's nested errors, one after the other, each with the names that lead to it."""
    if hasattr(error, "block_errors"):
        for name, inner in error.block_errors.items():
            yield from _found(inner, *way, f"{name + 1}." if isinstance(name, int) else name)
        for inner in error.non_block_errors.as_data():
            yield from _found(inner, *way)
    elif hasattr(error, "error_dict"):
        yield from (
            (way if name == NON_FIELD_ERRORS else (*way, name), what[0])
            for name, what in error.message_dict.items()
        )
    else:
        yield from ((way, what) for what in error.messages)
