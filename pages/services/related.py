"""What somebody may like who looks at a service: others about the same, or for the same people."""

from django.db.models import Count, Q

from blocks.closed import open_pages

MOST = 3


def related(service) -> list:
    """Up to three open services in the same language, those that have most in common first."""
    topics = [topic.pk for topic in service.topics.all()]
    audiences = [audience.pk for audience in service.audiences.all()]
    if not (topics or audiences):
        return []
    others = open_pages(type(service).objects.live().filter(locale=service.locale_id).exclude(pk=service.pk))
    by_topic = Count("topics", filter=Q(topics__in=topics), distinct=True)
    by_audience = Count("audiences", filter=Q(audiences__in=audiences), distinct=True)
    alike = others.filter(Q(topics__in=topics) | Q(audiences__in=audiences))
    alike = alike.annotate(common=by_topic + by_audience).order_by("-common", "path")
    keys = list(alike.values_list("pk", flat=True)[:MOST])
    found = type(service).objects.defer_streamfields().in_bulk(keys)
    return [found[key] for key in keys]
