"""What somebody may like who looks at a service: others about the same, or for the same people."""

from collections import Counter

from blocks.in_full import without_bricks
from blocks.originals import originals
from blocks.reading import read

MOST, LOOKED_AT = 3, 24


def related(service) -> list:
    """Up to three open services, those that have most in common first. Three queries at most."""
    if not service.pk:
        return []
    service = service.original
    same_topic = _links(service, "topic", service.topics.all())
    same_audience = _links(service, "audience", service.audiences.all())
    common = Counter(same_topic.union(same_audience, all=True))
    del common[service.pk]
    near = type(service).objects.filter(pk__in=[key for key, _ in common.most_common(LOOKED_AT)])
    found = read(without_bricks(near).order_by("path"))
    return sorted(found, key=lambda other: -common[other.first])[:MOST]


def _links(service, name, terms):
    """The keys of published services that have one of these terms; one that has two comes twice."""
    here = {"servicepage__in": originals(type(service).objects.live())}
    links = getattr(type(service), f"{name}s").through.objects.filter(**{f"{name}__in": [*terms]}, **here)
    return links.values_list("servicepage", flat=True)
