"""What becomes of a letter, with a real mail server that behaves and misbehaves."""

import logging
from datetime import UTC, datetime, timedelta

import dj_email_url
import pytest
import time_machine

from pages.letters import outbox
from pages.letters.models import Letter, State
from tests.make.mail_server import MailServer
from tests.make.threads import at_once

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
LONG_AGO = NOON - timedelta(days=100)


@pytest.fixture
def served(settings):
    """Lets the site send through a server."""

    def use(url):
        for name, value in dj_email_url.parse(url).items():
            setattr(settings, name, value)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_TIMEOUT = 1

    return use


def letter(to="haus@haus.example", **more):
    made = outbox.put(to, more.pop("subject", "Saal"), more.pop("text", "Ist er frei?"), **more)
    Letter.objects.filter(pk=made.pk).update(waiting_since=NOON, next_try=NOON, written_at=NOON)
    made.refresh_from_db()
    return made


def now(made):
    made.refresh_from_db()
    return made.state


@pytest.mark.django_db
def test_a_letter_is_received_as_it_was_written(served):
    made = letter(
        subject="Größe des Saals", text="Wie groß?\n.Ein Punkt\nDanke", reply_to="mina@post.example"
    )

    with MailServer() as server:
        served(server.url)
        outbox.post(made, NOON)

    [mail] = server.received
    assert server.recipients == ["haus@haus.example"]
    assert mail["Subject"] == "Größe des Saals"
    assert mail["Reply-To"] == "mina@post.example"
    assert mail.get_content().split("\r\n") == ["Wie groß?", ".Ein Punkt", "Danke", ""]
    assert now(made) == State.SENT


@pytest.mark.django_db
def test_a_letter_to_somebody_who_has_just_left_is_not_sent_and_breaks_nothing(served):
    made = letter()
    Letter.objects.filter(pk=made.pk).delete()

    with MailServer() as server:
        served(server.url)
        is_sent = outbox.post(made, NOON)

    assert not is_sent
    assert server.received == []


@pytest.mark.django_db
def test_who_leaves_while_their_letter_is_handed_over_breaks_nothing(monkeypatch):
    made, next_one = letter(), letter("mina@post.example")
    monkeypatch.setattr(
        outbox, "hand_over", lambda mail, patience: Letter.objects.filter(pk=made.pk).delete()
    )

    sent = outbox.post_due(NOON)

    assert sent == 1
    assert now(next_one) == State.SENT


@pytest.mark.django_db
def test_a_letter_that_is_sent_keeps_no_words(served):
    made = letter(reply_to="mina@post.example")

    with MailServer() as server:
        served(server.url)
        outbox.post(made, NOON)

    made.refresh_from_db()
    assert (made.text, made.reply_to) == ("", "")


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_refused_for_good_it_is_not_tried_again_and_the_editors_hear_of_it(served, step):
    made = letter()

    with MailServer({step: "550 no such mailbox"}) as server:
        served(server.url)
        outbox.post(made, NOON)
        outbox.post_due(NOON + timedelta(hours=1))

    assert now(made) == State.FAILED
    assert made.trouble == "550 no such mailbox"
    assert list(outbox.stuck()) == [made]
    assert server.dialogues == 1


@pytest.mark.django_db
@pytest.mark.parametrize("trouble", ["451 come back later", "hang up", 3], ids=["451", "hung up", "slow"])
@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_refused_for_now_it_waits_and_is_sent_later(served, step, trouble):
    made = letter()
    with MailServer({step: trouble}) as server:
        served(server.url)
        outbox.post(made, NOON)
    assert now(made) == State.QUEUED
    assert made.next_try == NOON + timedelta(minutes=1)

    with MailServer() as server:
        served(server.url)
        outbox.post_due(NOON + timedelta(minutes=1))

    assert now(made) == State.SENT
    assert len(server.received) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("trouble", ["hang up", 3], ids=["hung up", "slow"])
def test_a_server_that_had_the_mail_and_says_nothing_is_not_asked_again(served, trouble):
    made = letter()

    with MailServer({"DATA": trouble}) as server:
        served(server.url)
        outbox.post(made, NOON)
        outbox.post_due(NOON + timedelta(hours=9))

    assert now(made) == State.UNCERTAIN
    assert server.dialogues == 1


@pytest.mark.django_db
def test_a_server_that_is_gone_is_asked_every_five_minutes_until_the_mail_is_given_up(served):
    made, moment, waits = letter(), NOON, []
    served("smtp://127.0.0.1:1")

    while now(made) != State.FAILED:
        outbox.post_due(moment)
        made.refresh_from_db()
        waits.append((made.next_try - moment).total_seconds() / 60)
        moment = max(made.next_try, moment + timedelta(seconds=1))

    assert waits[:6] == [1, 5, 5, 5, 5, 5]
    assert timedelta(hours=48) <= moment - NOON <= timedelta(hours=57)


@pytest.mark.django_db
def test_while_nobody_answers_only_one_letter_is_tried_in_a_round(served):
    first, second = letter(), letter("kim@haus.example")
    served("smtp://127.0.0.1:1")

    outbox.post_due(NOON)

    first.refresh_from_db(), second.refresh_from_db()
    assert sorted([first.tries, second.tries]) == [0, 1]


@pytest.mark.django_db
def test_one_refused_address_holds_up_no_other(served):
    refused, other = letter("weg@haus.example"), letter("kim@haus.example")

    class Picky(MailServer):
        async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
            self.at = {"RCPT": "550 unknown"} if address.startswith("weg") else {}
            return await super().handle_RCPT(server, session, envelope, address, options)

    with Picky() as server:
        served(server.url)
        outbox.post_due(NOON)

    assert (now(refused), now(other)) == (State.FAILED, State.SENT)


@pytest.mark.django_db
def test_a_person_can_have_a_failed_letter_tried_again(served):
    made = letter()
    Letter.objects.update(state=State.FAILED, tries=9, waiting_since=LONG_AGO)

    assert outbox.again(Letter.objects.all(), NOON) == 1

    with MailServer() as server:
        served(server.url)
        outbox.post_due(NOON)
    assert now(made) == State.SENT


@pytest.mark.django_db
def test_a_sent_letter_is_never_sent_again_by_hand(mailoutbox):
    made = letter()
    outbox.post(made, NOON)

    assert outbox.again(Letter.objects.all(), NOON) == 0

    outbox.post_due(NOON)
    assert len(mailoutbox) == 1


@pytest.mark.django_db
def test_what_a_worker_died_over_is_uncertain(mailoutbox):
    made = letter()
    Letter.objects.update(state=State.SENDING, claimed_at=NOON - timedelta(hours=1))

    outbox.post_due(NOON)

    assert now(made) == State.UNCERTAIN
    assert mailoutbox == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_letter_once(served, transactional_db):
    made = [letter(f"nr{number}@haus.example") for number in range(8)]

    def work():
        outbox.post_due(NOON)

    with MailServer({"DATA": 0.02}) as server:
        served(server.url)
        at_once(work, work, work)

    assert sorted(server.recipients) == sorted(each.to for each in made)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "subject", ["Saal\r\nBcc: alle@boese.example", "Saal\nBcc: alle@boese.example", "Saal\x00\u2028 Bcc: x"]
)
def test_no_header_can_be_smuggled_in(served, subject):
    made = letter(subject=subject, reply_to="mina@post.example")

    with MailServer() as server:
        served(server.url)
        outbox.post(made, NOON)

    [mail] = server.received
    assert mail["Bcc"] is None
    assert mail["Subject"].startswith("Saal")
    assert server.recipients == ["haus@haus.example"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    ["ü" * 5000, "x" * 5000, ".\r\n.\r\nQUIT\r\n", "\x00\ud800 Grüße \U0001f600", "مرحبا\n" * 300],
    ids=["umlauts", "one long line", "dots", "broken signs", "arabic"],
)
def test_any_text_arrives_in_seven_bits_and_short_lines(served, text):
    made = letter(text=text.replace("\ud800", ""))

    with MailServer() as server:
        served(server.url)
        outbox.post(made, NOON)

    [mail] = server.received
    sent = text.replace("\x00", "").replace("\ud800", "").replace("\r\n", "\n").rstrip("\n")
    assert mail.get_content().replace("\r\n", "\n").rstrip("\n") == sent


@pytest.mark.django_db
def test_addresses_of_any_country_are_written_as_servers_know_them(mailoutbox):
    made = letter("büro@müller.example".replace("ü", "ue", 1), reply_to="mina@straße.example")

    outbox.post(made, NOON)

    [mail] = mailoutbox
    assert mail.to == ["buero@xn--mller-kva.example"]
    assert mail.message()["Reply-To"].isascii()


@pytest.mark.django_db
def test_a_letter_that_cannot_be_written_is_a_failure_and_no_error(mailoutbox):
    made = letter("x@" + "a" * 70 + ".example")

    outbox.post(made, NOON)

    assert now(made) == State.FAILED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("", "noreply@testserver"),
        ("hallo@haus.example", "hallo@haus.example"),
        ("Café Größe <hallo@haus.example>", "Café Größe <hallo@haus.example>"),
    ],
)
def test_who_it_comes_from_is_as_the_operator_says(mailoutbox, settings, said, read):
    settings.DEFAULT_FROM_EMAIL = said
    made = letter()

    outbox.post(made, NOON)

    assert mailoutbox[0].message()["From"] == read


@pytest.mark.django_db
def test_what_goes_wrong_is_logged_without_names(served, caplog):
    made = letter("mina@post.example", text="Vertraulich")

    with caplog.at_level(logging.DEBUG), MailServer({"RCPT": "550 <mina@post.example> unknown"}) as server:
        served(server.url)
        outbox.post(made, NOON)

    ours = [record.getMessage() for record in caplog.records if record.name.startswith("pages")]
    assert ours
    assert not any("mina" in line or "Vertraulich" in line for line in ours)


@pytest.mark.django_db
def test_a_round_with_a_slow_server_leaves_no_letter_looking_lost(monkeypatch):
    first, second = letter(), letter("post@haus.example")

    with time_machine.travel(NOON, tick=False) as clock:
        monkeypatch.setattr(outbox, "hand_over", lambda mail, patience: clock.shift(timedelta(minutes=16)))
        outbox.post_due()

    second.refresh_from_db()
    assert now(first) == State.SENT
    assert second.claimed_at == NOON + timedelta(minutes=16)


@pytest.mark.django_db
def test_old_letters_are_forgotten_and_waiting_ones_are_not():
    for state in State:
        letter()
        Letter.objects.filter(written_at=NOON).update(state=state, written_at=LONG_AGO)

    outbox.forget_old(NOON)

    assert {each.state for each in Letter.objects.all()} == {State.QUEUED, State.SENDING}
