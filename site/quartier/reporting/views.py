"""`/metrics`: figures for whoever has the token, and nobody else learns that they are there."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from quartier.reporting.gauges import looked_up


class Told:
    """What `generate_latest` wants: something that can be collected."""

    def __init__(self, metrics):
        self._metrics = metrics

    def collect(self):
        return self._metrics


@require_safe
def metrics(request):
    wanted = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "").encode("utf-8", "replace")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, wanted.encode()):
        raise Http404
    from quartier.reporting.figures import counted  # noqa: PLC0415 (it writes files as soon as it is imported)

    answer = HttpResponse(generate_latest(Told([*counted(), *looked_up()])), content_type=CONTENT_TYPE_LATEST)
    answer.headers["Cache-Control"] = "no-store"
    return answer
