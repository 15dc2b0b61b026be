"""When and where a service takes place, and what it costs: what stands below its title in an issue."""

from django.db.models import prefetch_related_objects

from pages.offers import spoken as offered
from pages.services import spoken
from pages.services.models import ServicePage


def fetch(pages_by_original):
    """Brings in what `facts` tells of these services, by the number of their originals: three queries."""
    pages = list(pages_by_original.values())
    prefetch_related_objects(pages, "room__place", "place")
    originals = [ServicePage(pk=number) for number in pages_by_original]
    prefetch_related_objects(originals, "times")
    for original in originals:
        page = pages_by_original[original.pk]
        page.__dict__.setdefault("_prefetched_objects_cache", {})["times"] = original.times.all()


def facts(service) -> tuple[str, ...]:
    """`Montag, 15–18 Uhr`, `Saal, Erdgeschoss`, `kostenlos`: those that are known."""
    lines = [*spoken.times(service), offered.where(service), offered.cost(service)]
    return tuple(line for line in lines if line)
