"""Who reads the newsletter of the demo, the issues that were sent to them, and the one being written."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import override

from blocks.originals import originals
from pages.mailbox import key_of
from pages.mailings.models import Delivery, Mailing, Progress, State
from pages.newsletters.models import NewsletterIndexPage, NewsletterPage
from pages.newsletters.periods import next_month
from pages.newsletters.preparing import prepare
from pages.newsletters.sending.beginning import begin
from pages.subscribers.consent import consent
from pages.subscribers.models import State as Subscription
from pages.subscribers.models import Subscriber
from pages.topics.models import Topic
from quartier.demo.notation.faults import at, listed, take
from quartier.demo.notation.files import read

AT = "@example.org"
SINCE, A_WEEK = timedelta(days=400), timedelta(days=7)
COMES_BACK = 60
"""One mail of so many."""


def post(folder, centre, filler, user):
    """The readers and the issues of the past in the order of their days; at last the draft for next month."""
    readers = sorted(_readers(folder, centre, filler), key=lambda reader: reader.asked_at)
    for issue in originals(NewsletterPage.objects.filter(live=True)).order_by("first_published_at"):
        readers = _enter(readers, issue.first_published_at)
        _send(issue, user)
    _enter(readers, timezone.now())
    for index in originals(NewsletterIndexPage.objects.live()):
        prepare(index, next_month(filler.today)[0], timezone.now())


def _readers(folder, centre, filler):
    """The people of readers.yaml, by language, who signed up one after the other until a week ago."""
    now = timezone.now()
    for language, people in read(folder / "readers.yaml").items():
        with at("readers.yaml", language), override(language):
            people, wording = listed(people), consent(centre)
            for number, person in enumerate(people):
                with at(f"{number + 1}."):
                    asked = now - SINCE + (SINCE - A_WEEK) * number / len(people)
                    yield _reader(person, language, wording, asked, filler)


def _reader(person, language, wording, asked_at, filler):
    values = dict(person) if isinstance(person, dict) else {"name": person}
    address = f"{take(values, 'name')}{AT}"
    reader = Subscriber(address=address, key=key_of(address), language=language, wording=wording)
    reader.state, reader.asked_at = Subscription.CONFIRMED, asked_at
    reader.confirmed_at = asked_at + timedelta(minutes=len(address))
    reader.full_clean()
    reader.chosen = [filler.shelf.get(Topic, key) for key in listed(values.get("topics", []))]
    return reader


def _enter(readers, day):
    """Those who had confirmed by that day; answers with the others."""
    for reader in (each for each in readers if each.confirmed_at <= day):
        reader.save()
        reader.topics.set(reader.chosen)
    return [reader for reader in readers if reader.confirmed_at > day]


def _send(issue, user):
    """As if it had been sent on the day on which it came out: all mails but a few arrived."""
    day = issue.first_published_at
    mailing = begin(issue, user=user, now=day)
    rows = Delivery.objects.filter(mailing=mailing)
    rows.update(state=State.SENT, tries=1, first_try_at=day, settled_at=day)
    lost = [pk for number, pk in enumerate(rows.values_list("pk", flat=True)) if number % COMES_BACK == 7]
    rows.filter(pk__in=lost).update(
        state=State.FAILED, code="5.1.1", trouble="550 5.1.1 No such mailbox here"
    )
    done = day + timedelta(minutes=4)
    Mailing.objects.filter(pk=mailing.pk).update(progress=Progress.DONE, finished_at=done)
