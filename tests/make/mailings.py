from datetime import UTC, datetime

from pages.mailings.content import Content
from pages.mailings.starting import start
from pages.subscribers import links
from pages.subscribers.models import State, Subscriber

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def content(subject="Neues im Mai", **more):
    words = {
        "text": f"Hallo\n{links.preferences('de')}\n",
        "html": f'<a href="{links.preferences("de")}">x</a>',
    }
    return Content(subject, **(words | more))


def subscriber(address="mina@post.example", language="de", state=State.CONFIRMED, **more):
    return Subscriber.objects.create(
        address=address, key=address.lower(), language=language, state=state, confirmed_at=NOON, **more
    )


def subscribers(count, language="de"):
    return Subscriber.objects.bulk_create(
        [
            Subscriber(
                address=f"nr{number}@post.example",
                key=f"nr{number}@post.example",
                language=language,
                state=State.CONFIRMED,
            )
            for number in range(count)
        ],
        batch_size=1000,
    )


def mailing(*addresses, page=None, contents=None, now=NOON, **more):
    """A mailing that has begun: to these new subscribers, else to all there are."""
    for address in addresses:
        subscriber(address)
    return start(
        page,
        contents or {"de": content()},
        Subscriber.objects.all(),
        name="Mai",
        starts_at=now,
        now=now,
        **more,
    )
