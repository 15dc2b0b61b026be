import tracemalloc
from datetime import timedelta

import pytest
from django.db import connection

from pages.mailings.models import Delivery, Mailing, Purpose
from pages.mailings.starting import start
from pages.subscribers.models import State, Subscriber
from pages.topics.models import Topic
from tests.make.mailings import NOON, content, mailing, subscriber, subscribers
from tests.make.threads import at_once

pytestmark = pytest.mark.django_db


def test_every_confirmed_subscriber_gets_a_row_and_nobody_else():
    subscriber("mina@post.example")
    subscriber("kim@post.example", state=State.ASKED)
    subscriber("weg@post.example", state=State.STOPPED)

    made = mailing()

    [row] = Delivery.objects.all()
    assert (row.mailing, row.address, row.key) == (made, "mina@post.example", "mina@post.example")
    assert (row.state, row.tries, row.next_try) == ("queued", 0, NOON)


def test_each_gets_it_in_their_language_where_it_is_said_in_it_and_else_in_that_of_the_house():
    for language in ("de", "ar", "pl"):
        subscriber(f"{language}@post.example", language)

    mailing(contents={"de": content(), "ar": content("أخبار")})

    said = dict(Delivery.objects.values_list("address", "language"))
    assert said == {"de@post.example": "de", "ar@post.example": "ar", "pl@post.example": "de"}


def test_who_was_chosen_twice_gets_one():
    chosen = subscriber()
    chosen.topics.set([Topic.objects.create(name=name, slug=name) for name in ("kinder", "garten")])

    start(None, {"de": content()}, Subscriber.objects.filter(topics__gt=0), name="Mai", now=NOON)

    assert Delivery.objects.count() == 1


def test_what_is_changed_later_does_not_change_what_is_sent():
    subscriber()
    made = mailing()

    Subscriber.objects.update(language="ar")
    subscriber("neu@post.example")

    assert list(made.deliveries.values_list("address", "language")) == [("mina@post.example", "de")]
    assert made.words.get().subject == "Neues im Mai"


def test_pressed_twice_it_is_sent_once(home):
    first = mailing("mina@post.example", page=home)

    second = mailing(page=home)

    assert first == second
    assert Mailing.objects.count() == Delivery.objects.count() == 1


def test_for_another_purpose_or_occasion_it_is_sent_again(home):
    mailing("mina@post.example", page=home)

    mailing(page=home, purpose=Purpose.CORRECTION, occasion="7")
    mailing(page=home, purpose=Purpose.CORRECTION, occasion="8")

    assert Delivery.objects.count() == 3


def test_a_time_may_be_set():
    made = mailing("mina@post.example", now=NOON + timedelta(days=1))

    assert made.starts_at == made.deliveries.get().next_try == NOON + timedelta(days=1)


def test_without_words_in_the_language_of_the_house_nothing_begins():
    subscriber()

    with pytest.raises(ValueError, match="language of the house"):
        mailing(contents={"ar": content()})

    assert not Mailing.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_pressed_by_two_at_once_it_is_sent_once(transactional_db, home):
    subscriber()
    begun = []

    def press():
        begun.append(mailing(page=home).pk)

    at_once(press, press)

    assert len(begun) == 2
    assert len(set(begun)) == Delivery.objects.count() == 1


def test_memory_and_queries_do_not_grow_with_the_list(django_assert_num_queries):
    subscribers(10_000)
    mailing(occasion="warm")

    tracemalloc.start()
    with django_assert_num_queries(3 + 2 * connection.in_atomic_block):
        made = mailing(occasion="measured")
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert made.deliveries.count() == 10_000
    assert peak < 1_000_000
