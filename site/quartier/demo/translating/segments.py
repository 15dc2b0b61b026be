"""What was said and what it became, sentence by sentence, as wagtail-localize keeps it."""

import json
from collections import defaultdict

from django.core.serializers.json import DjangoJSONEncoder
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringSegment, StringTranslation
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from quartier.demo.notation.faults import Fault

TOOL = "LibreTranslate"


def keep(source, leaf, original, twin, user):
    """Write down each sentence of the twin as the translation of its fellow in the original. Raises Fault."""
    said, became = _by_path(original), _by_path(twin.page)
    for path in dict.fromkeys([*said, *became]):
        _compare(said.get(path, []), became.get(path, []), _way(path, twin))
    _keep_strings(source, leaf, became, user)
    _keep_overrides(source, leaf, became, user)


def _by_path(page):
    found = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue | OverridableSegmentValue):
            found[segment.path].append(segment)
    return found


def _compare(said, became, way):
    if said and not became:
        raise Fault("this is missing", *way)
    if became and not said:
        raise Fault("the original says nothing here", *way)
    if len(said) != len(became):
        raise Fault(f"here are {len(became)} paragraphs, in the original {len(said)}", *way)
    for theirs, mine in zip(said, became, strict=True):
        if getattr(theirs, "attrs", None) != getattr(mine, "attrs", None):
            raise Fault("the links are not those of the original", *way)


def _way(path, twin):
    return [twin.names.get(part, part) for part in path.split(".")]


def _keep_strings(source, leaf, became, user):
    texts = {
        path: [each for each in found if isinstance(each, StringSegmentValue)]
        for path, found in became.items()
    }
    machine = {"translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE, "tool_name": TOOL}
    by_hand = {"translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL}
    how = machine if leaf.is_machine_made else by_hand
    made = {}
    for segment in StringSegment.objects.filter(source=source).select_related("context").order_by("order"):
        mine = texts[segment.context.path].pop(0)
        made[segment.string_id, segment.context_id] = StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=leaf.locale,
            data=mine.string.data,
            last_translated_by=user,
            **how,
        )
    StringTranslation.objects.bulk_create(made.values())


def _keep_overrides(source, leaf, became, user):
    """Only what differs: another film, another address."""
    values = {
        path: each.data
        for path, found in became.items()
        for each in found
        if isinstance(each, OverridableSegmentValue)
    }
    segments = OverridableSegment.objects.filter(source=source).select_related("context")
    SegmentOverride.objects.bulk_create(
        SegmentOverride(
            context_id=segment.context_id,
            locale=leaf.locale,
            data_json=json.dumps(values[segment.context.path], cls=DjangoJSONEncoder),
            last_translated_by=user,
        )
        for segment in segments
        if values[segment.context.path] != segment.data
    )
