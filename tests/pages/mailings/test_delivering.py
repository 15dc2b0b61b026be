"""What becomes of each mail of a mailing, with a real mail server that behaves and misbehaves."""

import time
from datetime import timedelta

import pytest
from django.db import connection

from pages.letters.line import Line
from pages.mailings import states
from pages.mailings.delivering import gate
from pages.mailings.delivering.slices import deliver
from pages.mailings.models import Cause, Delivery, Mailing, Progress, Purpose, State
from pages.mailings.progress import Counts, counts
from pages.subscribers.models import State as Subscription
from pages.subscribers.models import Subscriber
from tests.make.mail_server import MailServer
from tests.make.mailings import NOON, content, mailing, subscriber, subscribers

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def send(at=NOON, **more):
    """A slice of a worker at a moment that stands still."""
    return deliver(clock=lambda: at, **{"patience": (2, 2), **more})


def told(made):
    made.refresh_from_db()
    return counts(made)


def test_each_gets_one_mail_in_their_language(served):
    subscriber("mina@post.example", "ar")
    subscriber("kim@post.example", "de")
    made = mailing(contents={"de": content(), "ar": content("أخبار مايو")})

    with MailServer() as server:
        served(server.url)
        send()

    assert {mail["To"]: mail["Subject"] for mail in server.received} == {
        "mina@post.example": "أخبار مايو",
        "kim@post.example": "Neues im Mai",
    }
    assert told(made) == Counts(sent=2)
    assert (made.progress, made.finished_at) == (Progress.DONE, NOON)


@pytest.mark.parametrize("lines", [1, 2, 5])
@pytest.mark.parametrize("pipelining", [True, False])
def test_over_however_many_lines_each_is_sent_once(sink, lines, pipelining):
    subscribers(23)
    made = mailing()

    with sink(lines, pipelining=pipelining) as server:
        send()

    assert told(made) == Counts(sent=23)
    assert len(server.taken) == server.taken.total() == 23


def test_before_its_time_nothing_is_sent(sink):
    mailing("mina@post.example", now=NOON + MINUTE)

    with sink() as server:
        send(NOON)
        assert not server.taken
        send(NOON + MINUTE)

    assert server.taken.total() == 1


def test_a_correction_goes_before_a_newsletter(sink):
    subscribers(2)
    mailing()
    correction = mailing(purpose=Purpose.CORRECTION)

    with sink():
        send(is_over=iter([False, False, False, True]).__next__)

    assert told(correction).sent == 2


def test_a_worker_that_is_asked_to_end_ends_after_the_mail_on_its_way(sink):
    subscribers(10)
    made = mailing()

    with sink():
        is_more = send(is_over=iter([False, False, True]).__next__)

    assert is_more
    assert told(made) == Counts(sent=2, waiting=8)
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT, State.QUEUED}


# What concerns one address ---------------------------------------------------------------------------


def test_an_unknown_address_fails_alone_and_is_not_tried_again(sink):
    subscribers(5)
    made = mailing()

    with sink(unknown=["nr3@post.example"]) as server:
        send()
        send(NOON + timedelta(days=1))

    assert told(made) == Counts(sent=4, failed=1)
    assert made.progress == Progress.DONE
    failed = Delivery.objects.get(state=State.FAILED)
    assert (failed.address, failed.code, failed.tries) == ("nr3@post.example", "550 5.1.1", 1)
    assert failed.trouble == "550 5.1.1 … unknown"
    assert server.taken.total() == 4


def test_an_address_that_nobody_knows_twice_is_not_written_to_any_more(sink):
    subscribers(2)

    with sink(unknown=["nr1@post.example"]):
        for month in range(2):
            mailing(occasion=str(month))
            send()

    assert Subscriber.objects.get(address="nr1@post.example").state == Subscription.STOPPED


def test_put_off_it_waits_longer_each_time_and_is_given_up_after_two_days(sink):
    made, moment, waits = mailing("mina@post.example"), NOON, []

    with sink(soft=1.0):
        while told(made).waiting:
            send(moment)
            row = made.deliveries.get()
            waits.append((row.next_try - moment) / MINUTE)
            moment = max(row.next_try, moment + timedelta(seconds=1))

    assert waits[:6] == [1, 5, 30, 120, 480, 480]
    assert timedelta(hours=48) <= moment - NOON <= timedelta(hours=57)
    assert told(made) == Counts(failed=1)
    assert (row.code, row.trouble) == ("451 4.3.0", "451 4.3.0 not now")


def test_greylisted_mails_arrive_when_they_are_tried_again(sink):
    subscribers(20)
    made = mailing()

    with sink(4, grey_for=0.5):
        send()
        assert told(made) == Counts(waiting=20)
        time.sleep(0.5)
        send(NOON + MINUTE)

    assert told(made) == Counts(sent=20)


def test_an_address_that_no_mail_can_be_written_for_fails_and_stops_nobody(sink):
    subscribers(2)
    Subscriber.objects.filter(address="nr0@post.example").update(address="a b@post.example")
    made = mailing()

    with sink():
        send()

    assert told(made) == Counts(sent=1, failed=1)


def test_a_full_disk_on_the_server_is_waited_for(sink):
    subscribers(40)
    made, moment = mailing(), NOON

    with sink(2, full=0.3) as server:
        while told(made).waiting:
            send(moment)
            moment += timedelta(minutes=30)

    assert told(made) == Counts(sent=40)
    assert len(server.taken) == server.taken.total() == 40


@pytest.mark.parametrize("lines", [1, 4])
def test_a_line_that_breaks_while_the_mail_is_said_loses_none_and_sends_none_twice(sink, lines):
    """Which of them broke after the dot, from where we stand, depends on the network: those are uncertain."""
    subscribers(40)
    made, moment = mailing(), NOON

    with sink(lines, hang_up_in_data=0.2) as server:
        while told(made).waiting:
            send(moment)
            moment += timedelta(minutes=30)

    sent = set(made.deliveries.filter(state=State.SENT).values_list("address", flat=True))
    assert sent == set(server.taken)
    assert len(sent) == server.taken.total() == 40 - told(made).uncertain
    assert told(made).failed == 0


# What nobody can know --------------------------------------------------------------------------------


@pytest.mark.parametrize("lines", [1, 4])
def test_a_server_that_hangs_up_after_the_mail_leaves_it_uncertain_and_it_is_not_sent_again(sink, lines):
    subscribers(30)
    made = mailing()

    with sink(lines, hang_up_after_dot=0.3) as server:
        send()
        send(NOON + timedelta(days=1))

    assert server.taken.total() == 30
    assert told(made).uncertain > 0
    assert told(made) == Counts(sent=30 - told(made).uncertain, uncertain=told(made).uncertain)


def test_a_server_that_never_says_yes_does_not_get_all_the_rest(sink):
    subscribers(30)
    made = mailing()

    with sink(hang_up_after_dot=1.0) as server:
        send()

    assert server.taken.total() == 10
    assert told(made) == Counts(uncertain=10, waiting=20)
    assert (made.progress, made.cause) == (Progress.HELD, Cause.SERVER)


def test_a_server_that_takes_its_time_is_waited_for(sink):
    subscribers(2)
    made = mailing()

    with sink(answer_after=1.5):
        send(patience=(1, 3))

    assert told(made) == Counts(sent=2)


def test_a_server_that_takes_too_long_leaves_it_uncertain(sink):
    made = mailing("mina@post.example")

    with sink(answer_after=3):
        send(patience=(1, 1))

    assert told(made) == Counts(uncertain=1)


def test_sent_again_by_a_person_it_bears_the_same_number(sink, tmp_path):
    made = mailing("mina@post.example")
    with sink(hang_up_after_dot=1.0):
        send()

    states.send_uncertain_again(made.deliveries.values_list("pk", flat=True), NOON)
    with sink() as server:
        send()

    assert told(made) == Counts(sent=1)
    assert server.taken.total() == 2
    assert len({line.split()[1] for line in server.log.read_text().splitlines()}) == 1


@pytest.mark.parametrize("lines", [1, 4])
def test_a_fault_of_ours_after_the_dot_sends_none_twice(sink, monkeypatch, lines):
    subscribers(10)
    made = mailing()
    end, answer = Line.end, Line.answer

    def broken(line):
        raise RuntimeError

    with sink(lines) as server:
        monkeypatch.setattr(Line, "answer", broken)
        with pytest.raises(RuntimeError):
            send()
        monkeypatch.setattr(Line, "answer", answer)
        monkeypatch.setattr(Line, "end", lambda line: (end(line), broken(line)))
        with pytest.raises(RuntimeError):
            send()
        monkeypatch.setattr(Line, "end", end)
        send()

        deadline = time.monotonic() + 5
        while server.taken.total() < 10 and time.monotonic() < deadline:
            time.sleep(0.01)

    assert told(made).uncertain >= 2
    assert told(made).sent + told(made).uncertain == 10
    assert len(server.taken) == server.taken.total()
    assert set(made.deliveries.filter(state=State.SENT).values_list("address", flat=True)) <= set(
        server.taken
    )


@pytest.mark.parametrize("said", ["550 5.7.1 \x00\x1b[31m <mina@post.example>", "550 " + "x" * 2000])
def test_whatever_the_server_says_can_be_kept(sink, said):
    made = mailing("mina@post.example")

    with sink(refuses_content=said):
        send()

    assert told(made).failed == 1
    assert "mina" not in made.deliveries.get().trouble


# What concerns all -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "faults",
    [{"lets_nobody_in": True}, {"refuses_sender": "550 5.7.1 not from you"}],
    ids=["password", "sender"],
)
def test_who_is_not_let_in_fails_nobody_and_asks_a_person(sink, settings, faults):
    subscribers(20)
    made = mailing()

    with sink(4, **faults):
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = (
            ("haus", "falsch") if "lets_nobody_in" in faults else ("", "")
        )
        send()

    assert told(made) == Counts(waiting=20)
    assert (made.progress, made.cause) == (Progress.HELD, Cause.SERVER)
    assert not Delivery.objects.exclude(tries=0).exists()


def test_many_refusals_in_a_row_are_not_about_the_addresses(sink):
    subscribers(30)
    made = mailing()

    with sink(refuses_content="550 5.7.1 looks like spam"):
        send()

    assert told(made) == Counts(failed=10, waiting=20)
    assert (made.progress, made.cause) == (Progress.HELD, Cause.REFUSALS)
    assert made.trouble == "550 5.7.1 looks like spam"


@pytest.mark.parametrize("words", ["452 4.3.1 disk full", "421 4.3.2 later"])
def test_a_server_that_wants_rest_gets_it_and_no_mail_has_been_tried(sink, words):
    subscribers(5)
    made = mailing()

    with sink(refuses_sender=words):
        assert not send()
    with sink() as server:
        send(NOON + timedelta(seconds=59))
        assert not server.taken
        send(NOON + MINUTE)

    assert told(made) == Counts(sent=5)
    assert set(Delivery.objects.values_list("tries", flat=True)) == {0}


def test_without_a_server_everything_waits_and_after_two_days_a_person_is_asked(served):
    subscribers(5)
    made, moment = mailing(), NOON
    served("smtp://127.0.0.1:1")

    while told(made) and made.progress == Progress.SENDING:
        send(moment)
        if rest := gate.rest(moment):
            assert moment < rest.closed_until <= moment + timedelta(minutes=30)
        moment += timedelta(minutes=30)

    assert (made.progress, made.cause) == (Progress.HELD, Cause.SILENCE)
    assert timedelta(hours=48) <= moment - NOON <= timedelta(hours=50)
    assert told(made) == Counts(waiting=5)


def test_once_it_is_back_the_server_is_forgiven(sink, served):
    subscribers(5)
    made = mailing()
    served("smtp://127.0.0.1:1")
    send()

    with sink():
        send(NOON + MINUTE)

    assert told(made) == Counts(sent=5)
    assert gate.rest(NOON + MINUTE) is None


def test_a_server_with_few_lines_or_few_mails_on_each_gets_all(sink):
    subscribers(20)
    made = mailing()

    with sink(4, only=2, most_on_a_line=3) as server:
        while told(made).waiting:
            send()

    assert server.taken.total() == 20
    assert gate.rest(NOON) is None


# Who does not want it any more -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda: Subscriber.objects.get().delete(),
        lambda: Subscriber.objects.update(state=Subscription.STOPPED),
        lambda: Subscriber.objects.update(address="neu@post.example", key="neu@post.example"),
        lambda: states.stop(Mailing.objects.get()),
    ],
    ids=["left", "stopped", "other address", "mailing stopped"],
)
@pytest.mark.parametrize("when", ["before", "while the mail is said"])
def test_who_does_not_want_it_any_more_does_not_get_it(sink, monkeypatch, change, when):
    made = mailing("mina@post.example")
    tell = Line.tell

    def changed_meanwhile(line, raw):
        tell(line, raw)
        change()

    if when == "before":
        change()
    else:
        monkeypatch.setattr(Line, "tell", changed_meanwhile)

    with sink() as server:
        send()

    assert not server.taken
    assert told(made) == Counts(dropped=1)


def test_paused_not_even_the_mail_that_is_half_said_is_sent_and_later_it_is(sink, monkeypatch):
    made = mailing("mina@post.example")
    tell = Line.tell
    monkeypatch.setattr(Line, "tell", lambda line, raw: (tell(line, raw), states.pause(made)))

    with sink() as server:
        send()
        assert (told(made), made.progress) == (Counts(waiting=1), Progress.PAUSED)
        assert not server.taken
        monkeypatch.setattr(Line, "tell", tell)
        states.resume(made)
        send()

    assert server.taken.total() == 1


# How much it costs -----------------------------------------------------------------------------------


def test_a_mail_costs_no_more_than_three_queries(sink, django_assert_max_num_queries):
    subscribers(100)
    mailing()

    with sink(4), django_assert_max_num_queries(3 * 100):
        send()


def test_all_workers_together_keep_to_the_rate(sink, settings):
    settings.MAIL_PER_MINUTE = 600
    subscribers(30)
    made = mailing()

    with sink(4):
        begun = time.time()
        while told(made).waiting:
            deliver(length=0.5)
        spent = time.time() - begun

    assert spent >= (30 - 10) / 10
    assert not connection.queries_log


def test_the_rate_lets_one_second_through_at_a_time(settings):
    settings.MAIL_PER_MINUTE = 120

    assert gate.let_through(50, NOON) == (2, 0)
    assert gate.let_through(50, NOON) == (0, 1)
    assert gate.let_through(50, NOON + timedelta(seconds=1)) == (2, 0)
    settings.MAIL_PER_MINUTE = 2
    assert gate.let_through(50, NOON + timedelta(seconds=2)) == (1, 0)
    assert gate.let_through(50, NOON + timedelta(seconds=31)) == (0, 1)


def test_what_a_server_gives_back_after_all_was_stopped_waits_for_nothing(sink):
    subscribers(2)
    made = mailing()
    states.stop(made, NOON)
    Delivery.objects.filter(pk=made.deliveries.first().pk).update(state=State.QUEUED)

    with sink() as server:
        send()

    assert not server.taken
    assert told(made) == Counts(dropped=2)
