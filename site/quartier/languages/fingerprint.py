"""Whether two texts of a page say the same: a short sum of all that a translator would translate."""

import json
from copy import copy
from hashlib import sha256

from wagtail.fields import StreamField
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

NOT_TRANSLATED = {"slug"}
"""Each language has an address of its own; another one says nothing new."""


def fingerprint(page) -> str:
    """The same for the same texts in the same order; facts, pictures and the look of bricks do not count."""
    said = [
        (segment.path.partition(".")[0], segment.string.data, segment.attrs or {})
        for segment in extract_segments(_as_stored(page))
        if isinstance(segment, StringSegmentValue)
    ]
    texts = [line for line in said if line[0] not in NOT_TRANSLATED]
    return sha256(json.dumps(texts, sort_keys=True).encode()).hexdigest()


def _as_stored(page):
    """With bodies as they come from the database: what was just put together can look different."""
    stored = copy(page)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            setattr(stored, field.name, field.to_python(field.get_prep_value(getattr(page, field.name))))
    return stored
