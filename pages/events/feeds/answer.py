"""A feed of dates on its way: what shows that something of it has changed."""

from django.db.models import Count, Max

from pages.events.models.occurrence import events
from pages.feeds import answer as feeds


def answer(request, dates, asked, write, content_type, name):
    """The feed of these dates. `asked` is all that it depends on beside them; `write` makes its bytes.

    What has changed is asked of the table and the published pages: two queries, whatever their size.
    """
    rows = dates.order_by().aggregate(
        count=Count("pk"), changed=Max("changed_at"), outside=Max("outside__updated_at"), last=Max("pk")
    )
    pages = events().filter(live=True).aggregate(count=Count("pk"), published=Max("last_published_at"))
    state = asked, *rows.values(), *pages.values()
    moments = rows["changed"], rows["outside"], pages["published"]
    return feeds.answer(request, state, moments, write, content_type, name)
