"""What somebody may like who looks at a service: others about the same, or for the same people."""

from collections import Counter

from blocks.closed import open_pages

MOST = 3


def related(service) -> list:
    """Up to three open services in the same language, those that have most in common first. Five queries."""
    common = Counter()
    for name, terms in [("topic", service.topics.all()), ("audience", service.audiences.all())]:
        links = getattr(type(service), f"{name}s").through.objects.filter(**{f"{name}__in": [*terms]})
        common.update(links.values_list("servicepage", flat=True))
    others = type(service).objects.live().filter(pk__in=[*common], locale=service.locale_id)
    others = open_pages(others.exclude(pk=service.pk))
    nearest = sorted(others.values_list("pk", "path"), key=lambda row: (-common[row[0]], row[1]))[:MOST]
    found = type(service).objects.defer_streamfields().in_bulk([key for key, _path in nearest])
    return [found[key] for key, _path in nearest]
