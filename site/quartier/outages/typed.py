"""What somebody sent that could not be taken: shown to them, and sent once more by one press.

Made of the post alone, since neither the page nor its form can be asked for.
"""

from dataclasses import dataclass, field

from pages.enquiries.intake import worded
from pages.enquiries.intake.hindrances import Hindrance
from pages.enquiries.intake.posting import TRAP, comes_from_here, posted

SECRET = ("password", "csrfmiddlewaretoken")
UNREAD = ("do", "topics", "audiences")
MOST = 200
"""Names and values; more has no form of ours."""


@dataclass
class Typed:
    """All that was posted (`pairs`), what of it a person wrote (`words`), and the `files` that are lost."""

    pairs: list = field(default_factory=list)
    words: list = field(default_factory=list)
    files: list = field(default_factory=list)


def typed(request) -> Typed | None:
    """What can be given back; None where nothing may be: secrets, and posts from elsewhere."""
    if request.method != "POST" or not comes_from_here(request):
        return None
    try:
        data, files = posted(request)
    except Hindrance as hindrance:
        data, files = hindrance.data, {}
        if data is None:
            return None
    if any(name in data for name in SECRET):
        return None
    given = Typed()
    for name, values in data.lists():
        given.pairs += [(name, value) for value in values if name != TRAP]
        _add(given, request.path, name, [value for value in values if value.strip()])
    lost = {**dict.fromkeys(files), **dict.fromkeys(getattr(request, "lost_files", ()))}
    given.files = [(name, worded.worded(request.path, name, [])[0]) for name in lost]
    return given if len(given.pairs) <= MOST else None


def _add(given, address, name, values):
    """What a person reads: no hidden fields, which have a hyphen, no buttons, no numbers of topics."""
    if values and "-" not in name and name not in UNREAD:
        label, said = worded.worded(address, name, values)
        given.words.append((label, "\n".join(said)))
