"""Whose address is kept, and for how long."""

from datetime import timedelta

import pytest

from pages.mailings.forgetting import forget
from pages.mailings.models import Delivery, Progress, State
from pages.mailings.progress import Counts, counts
from pages.subscribers.models import Subscriber
from tests.make.mailings import NOON, mailing, subscribers

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def sent():
    subscribers(3)
    made = mailing()
    Delivery.objects.update(state=State.SENT, settled_at=NOON)
    return made


def test_for_thirty_days_it_is_known_to_whom_a_mail_went(sent):
    forget(NOON + 30 * DAY)
    assert not Delivery.objects.filter(address="").exists()

    forget(NOON + 31 * DAY)

    assert set(Delivery.objects.values_list("address", flat=True)) == {""}
    assert not Delivery.objects.filter(key__contains="@").exists()
    assert counts(sent) == Counts(sent=3)


def test_after_a_year_the_numbers_are_left(sent):
    Delivery.objects.filter(address="nr0@post.example").update(state=State.FAILED)

    forget(NOON + 366 * DAY)

    sent.refresh_from_db()
    assert not Delivery.objects.exists()
    assert counts(sent) == Counts(sent=2, failed=1)


def test_what_still_waits_is_not_forgotten():
    subscribers(2)
    made = mailing(now=NOON)

    forget(NOON + 60 * DAY)

    assert counts(made) == Counts(waiting=2)
    assert Delivery.objects.filter(address="nr0@post.example").exists()


def test_what_has_waited_for_three_months_is_not_sent_any_more():
    subscribers(2)
    made = mailing()

    forget(NOON + 91 * DAY)

    made.refresh_from_db()
    assert made.progress == Progress.STOPPED
    assert counts(made) == Counts(dropped=2)


def test_who_leaves_is_forgotten_at_once_and_gets_nothing_more():
    subscribers(2)
    made = mailing()
    other = mailing(occasion="old")
    other.deliveries.update(state=State.SENT)

    Subscriber.objects.get(address="nr0@post.example").delete()

    assert not Delivery.objects.filter(address="nr0@post.example").exists()
    assert not Delivery.objects.filter(key="nr0@post.example").exists()
    assert counts(made) == Counts(waiting=1, dropped=1)
    assert counts(other) == Counts(sent=2)
