"""What forms ask, as they were last shown by this process: for the time in which nobody else can tell.

Only labels of public forms; nothing that anybody has typed.
"""

from collections import OrderedDict
from threading import Lock

from django.forms import ModelChoiceField

from pages.wording import plain

KEPT = 200

_known, _lock = OrderedDict(), Lock()


def remember(address, form):
    """Keep the labels of a form, and the words of its choices."""
    words = {name: (plain(field.label or ""), _choices(field)) for name, field in form.fields.items()}
    with _lock:
        _known[address] = words
        _known.move_to_end(address)
        while len(_known) > KEPT:
            _known.popitem(last=False)


def worded(address, name, given):
    """Label and answers as they were read; without memory, by what they are called among programs."""
    label, choices = _known.get(address, {}).get(name) or (name.replace("_", " ").capitalize(), {})
    return label, [choices.get(each, each) for each in given]


def _choices(field):
    """Those that are written down; others would have to be asked of the database."""
    if isinstance(field, ModelChoiceField):
        return {}
    return {str(choice): plain(words) for choice, words in getattr(field, "choices", ())}
