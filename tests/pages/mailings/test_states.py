from datetime import timedelta

import pytest

from pages.mailings import states
from pages.mailings.models import Cause, Delivery, Mailing, Progress, State
from pages.mailings.progress import Counts, counts, counts_of, reasons
from tests.make.mailings import NOON, mailing, subscribers

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def in_states(**numbers):
    """A mailing with so many mails in each state."""
    subscribers(sum(numbers.values()))
    made = mailing()
    keys = iter(made.deliveries.order_by("pk").values_list("pk", flat=True))
    for state, number in numbers.items():
        Delivery.objects.filter(pk__in=[next(keys) for _ in range(number)]).update(state=state)
    return made


def test_the_numbers_of_a_mailing_add_up():
    made = in_states(queued=5, claimed=2, dot=1, sent=4, bounced=1, failed=3, uncertain=2, dropped=1)

    told = counts(made)

    assert told == Counts(sent=4, waiting=8, failed=3, uncertain=2, dropped=1, bounced=1)
    assert told.total == 19


def test_the_numbers_of_all_mailings_take_one_query(django_assert_num_queries):
    made = in_states(sent=2)
    other = mailing(occasion="b")

    with django_assert_num_queries(1):
        told = counts_of([made, other])

    assert (told[made.pk].sent, told[other.pk].waiting) == (2, 2)


def test_rows_that_are_deleted_still_count():
    made = in_states(sent=2, failed=1)
    Delivery.objects.all().delete()
    Mailing.objects.update(tally={"sent": 2, "failed": 1})
    made.refresh_from_db()

    assert counts(made) == Counts(sent=2, failed=1)


def test_what_went_wrong_is_told_by_how_often():
    made = in_states(failed=3, queued=1)
    Delivery.objects.filter(state=State.FAILED).update(code="550 5.1.1", trouble="no such mailbox")
    Delivery.objects.filter(state=State.QUEUED).update(code="451", trouble="come back later")

    told = [(each.state, each.code, each.words, each.count) for each in reasons(made)]

    assert told == [
        ("failed", "550 5.1.1", "no such mailbox", 3),
        ("queued", "451", "come back later", 1),
    ]


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        (states.pause, "sending", "paused"),
        (states.resume, "paused", "sending"),
        (states.continue_, "held", "sending"),
        (lambda made: states.hold(made, Cause.RESTORED), "sending", "held"),
        (lambda made: states.hold(made, Cause.RESTORED), "paused", "held"),
    ],
)
def test_what_a_person_says_is_done_once(verb, before, after):
    made = mailing()
    Mailing.objects.update(progress=before)

    assert verb(made) == 1
    assert made.progress == after
    assert verb(made) == 0


@pytest.mark.parametrize("verb", [states.pause, states.resume, states.continue_])
@pytest.mark.parametrize("end", ["done", "stopped"])
def test_what_is_over_is_not_begun_again_by_mistake(verb, end):
    made = mailing()
    Mailing.objects.update(progress=end)

    assert verb(made) == 0
    assert made.progress == end


def test_stopped_it_sends_nothing_more_and_says_to_how_many():
    made = in_states(queued=3, sent=2)

    assert states.stop(made, NOON) == 3
    assert states.stop(made, NOON) == 0

    assert counts(made) == Counts(sent=2, dropped=3)
    assert (made.progress, made.finished_at) == (Progress.STOPPED, NOON)


def test_held_it_says_why_until_it_goes_on():
    made = mailing()

    states.hold(made, Cause.SERVER, "535 no")

    assert (made.get_cause_display(), made.trouble) == (Cause.SERVER.label, "535 no")
    states.continue_(made)
    assert (made.cause, made.trouble) == ("", "")


@pytest.mark.parametrize(
    ("verb", "state"), [(states.send_uncertain_again, "uncertain"), (states.try_failed_again, "failed")]
)
def test_a_person_may_have_mails_sent_again_and_only_those_of_that_kind(verb, state):
    made = in_states(sent=1, uncertain=1, failed=1, dropped=1, dot=1)
    Mailing.objects.update(progress=Progress.DONE, finished_at=NOON)
    every = list(Delivery.objects.values_list("pk", flat=True))
    wanted = Delivery.objects.get(state=state)

    assert verb(every, NOON) == 1
    assert verb(every, NOON) == 0

    wanted.refresh_from_db(), made.refresh_from_db()
    assert (wanted.state, wanted.tries) == ("queued", 0)
    assert (made.progress, made.finished_at) == (Progress.SENDING, None)


def test_sending_again_does_not_wake_what_a_person_has_paused():
    made = in_states(uncertain=1)
    states.pause(made)

    states.send_uncertain_again(Delivery.objects.values_list("pk", flat=True), NOON)

    made.refresh_from_db()
    assert made.progress == Progress.PAUSED


def test_whose_address_is_forgotten_gets_nothing_again():
    in_states(uncertain=1)
    Delivery.objects.update(address="")

    assert states.send_uncertain_again(Delivery.objects.values_list("pk", flat=True)) == 0


def test_those_of_a_question_to_the_database_can_be_sent_again_at_once():
    made = in_states(uncertain=3, sent=1)

    assert states.send_uncertain_again(made.deliveries.filter(state="uncertain").values("pk")) == 3


def test_a_mail_that_falls_back_after_all_was_stopped_is_not_sent_with_another_that_is_sent_again():
    made = in_states(queued=2, claimed=1, dot=1, uncertain=1)
    states.stop(made, NOON)
    Delivery.objects.filter(state=State.DOT).update(state=State.QUEUED)

    count = states.send_uncertain_again(made.deliveries.values_list("pk", flat=True), NOON)

    made.refresh_from_db()
    assert (count, made.progress) == (1, Progress.SENDING)
    assert counts(made) == Counts(waiting=1, dropped=4)
