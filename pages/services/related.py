"""What somebody may like who looks at a service: others about the same, or for the same people."""

from collections import Counter

from blocks.closed import open_pages

MOST, LOOKED_AT = 3, 24


def related(service) -> list:
    """Up to three open services in the same language, those that have most in common first. Five queries."""
    if not service.pk:
        return []
    here = {"servicepage__locale": service.locale_id, "servicepage__live": True}
    common = Counter()
    for name, terms in [("topic", service.topics.all()), ("audience", service.audiences.all())]:
        links = getattr(type(service), f"{name}s").through.objects.filter(**{f"{name}__in": [*terms]}, **here)
        common.update(links.values_list("servicepage", flat=True))
    del common[service.pk]
    near = open_pages(type(service).objects.filter(pk__in=[key for key, _ in common.most_common(LOOKED_AT)]))
    found = near.defer_streamfields().order_by("path")
    return sorted(found, key=lambda other: -common[other.pk])[:MOST]
