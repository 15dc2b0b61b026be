"""Mail that comes back is noted with the mail that it was, and the second time ends a subscription."""

import time

import pytest
from anymail.signals import AnymailTrackingEvent

from pages.mailings.bounces import mailbox, providers
from pages.mailings.bounces.noting import note
from pages.mailings.bounces.reading import read
from pages.mailings.models import Delivery, State
from pages.mailings.progress import Counts, counts
from pages.mailings.verp import delivery_of, proof, sender_of
from pages.subscribers.models import State as Subscription
from pages.subscribers.models import Subscriber
from tests.make.bounces import holiday_note, report
from tests.make.imap import Mailbox
from tests.make.mailings import NOON, mailing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bounce_address(settings):
    settings.BOUNCE_ADDRESS = "rück@häuser.example".replace("ü", "ue", 1)


@pytest.fixture
def sent():
    """A mail that the server has taken."""
    made = mailing("mina@post.example")
    made.deliveries.update(state=State.SENT, settled_at=NOON)
    return made.deliveries.get()


def back_to(delivery):
    return sender_of(delivery.pk)


def now(delivery):
    delivery.refresh_from_db()
    return delivery.state


def test_each_mail_has_an_address_of_its_own_to_come_back_to(sink):
    made = mailing("mina@post.example")
    address = sender_of(made.deliveries.get().pk)

    assert address.startswith("rueck+")
    assert address.endswith("@xn--huser-gra.example")
    assert len(address.partition("@")[0]) <= 64
    assert delivery_of(address) == delivery_of(f"<{address.upper()}>") == made.deliveries.get().pk


@pytest.mark.parametrize("kind", ["report", "mixed"])
def test_a_mail_that_came_back_is_noted_with_the_reason_and_without_the_address(sent, kind):
    said = "smtp; 550 5.1.1\r\n <mina@post.example>: unknown"

    assert note(report(back_to(sent), kind=kind, said=said), NOON)

    assert now(sent) == State.BOUNCED
    assert (sent.code, sent.trouble) == ("5.1.1", "smtp; 550 5.1.1 …: unknown")
    assert counts(sent.mailing) == Counts(bounced=1)
    assert Subscriber.objects.get().hard_bounces == 1


def test_told_twice_it_counts_once(sent):
    note(report(back_to(sent)), NOON)
    note(report(back_to(sent)), NOON)

    assert Subscriber.objects.get().hard_bounces == 1


def test_the_second_mail_that_comes_back_is_the_last(sent):
    note(report(back_to(sent)), NOON)
    other = mailing(occasion="June").deliveries.get()
    Delivery.objects.filter(pk=other.pk).update(state=State.SENT)
    note(report(back_to(other)), NOON)

    assert Subscriber.objects.get().state == Subscription.STOPPED


@pytest.mark.parametrize("status", ["4.4.7", "4.2.2", "5.7.1", "5.3.4"])
def test_what_is_not_about_the_address_does_not_count_against_it(sent, status):
    note(report(back_to(sent), status=status), NOON)

    assert now(sent) == State.BOUNCED
    assert Subscriber.objects.get().hard_bounces == 0


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_mail_that_is_late_or_has_arrived_has_not_come_back(sent, action):
    assert note(report(back_to(sent), action=action, status="4.4.1"), NOON)

    assert now(sent) == State.SENT


def test_what_comes_back_of_an_uncertain_mail_had_been_sent(sent):
    Delivery.objects.update(state=State.UNCERTAIN)

    note(report(back_to(sent)), NOON)

    assert now(sent) == State.BOUNCED


def test_a_note_of_a_holiday_is_no_bounce_whatever_its_subject(sent):
    assert not note(holiday_note(back_to(sent)), NOON)

    assert now(sent) == State.SENT


@pytest.mark.parametrize(
    "forge",
    [
        lambda address: address.replace("-", "-0"),
        lambda address: address[:-25] + "f" * 3 + address[-22:],
        lambda address: address.replace("+", "+1"),
        lambda address: "rueck@xn--huser-gra.example",
        lambda address: "rueck+" + "9" * 40 + "-0123456789abcdef@x.example",
        lambda address: "rueck+١-0123456789abcdef@x.example",
    ],
)
def test_a_forged_address_stops_nobody(sent, forge):
    assert not note(report(forge(back_to(sent)).encode().decode("latin-1")), NOON)

    assert now(sent) == State.SENT


@pytest.mark.parametrize("header", ["Delivered-To", "X-Original-To", "Envelope-To"])
def test_whom_it_came_back_to_may_stand_in_what_the_mailbox_adds(sent, header):
    assert note(report("postmaster@haus.example", more=f"{header}: {back_to(sent)}\r\n"), NOON)


def nested(depth):
    mail = b"Subject: x\r\n\r\nx"
    for number in range(depth):
        edge = f"b{number}".encode()
        head = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n' % (edge, edge)
        mail = head + mail + b"\r\n--%s--\r\n" % edge
    return mail


HOSTILE = {
    "empty": lambda _to: b"",
    "nothing but zeros": lambda _to: bytes(100_000),
    "deep": lambda _to: nested(1000),
    "ten megabytes": lambda to: report(to)[:200] + b"x" * 10_000_000,
    "one endless line": lambda to: b"To: " + b"a," * 5_000_000,
    "many headers": lambda to: b"To: x\r\n" * 100_000,
    "no parts": lambda to: f'To: {to}\r\nContent-Type: multipart/report; boundary="x"\r\n\r\n'.encode(),
    "an empty report": lambda to: report(to).replace(b"Action: failed\r\n", b""),
    "strange characters": lambda to: (
        f'To: {to}\r\nContent-Type: message/delivery-status; charset="\xff"\r\n'.encode("latin-1")
        + b"Content-Transfer-Encoding: base64\r\n\r\n\xff\xfe="
    ),
    "many blocks": lambda to: report(to, more="", said="x" * 50_000 + "\r\n y" * 10_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_to_its_end_or_left_alone(sent, name):
    raw, begun = HOSTILE[name](back_to(sent)), time.process_time()

    note(raw, NOON)

    assert time.process_time() - begun < 2
    assert now(sent) in (State.SENT, State.BOUNCED)


def test_a_report_is_known_by_its_part_in_whatever_it_lies():
    raw = report("a@b.example").replace(b"multipart/report; report-type=delivery-status", b"multipart/mixed")

    assert read(raw).action == "failed"
    assert read(raw.replace(b"message/delivery-status", b"text/plain")) is None


# Where it is read from -------------------------------------------------------------------------------


def test_a_mailbox_is_read_and_what_is_understood_is_deleted_there(sent, settings):
    letter = b"To: haus@haus.example\r\nSubject: Hallo\r\n\r\nEin Mensch schreibt."
    with Mailbox(report(back_to(sent)), letter, report("rueck+1-0123456789abcdef@x.example")) as box:
        settings.BOUNCE_MAILBOX = box.url

        assert mailbox.read_mailbox(NOON) == 1
        assert mailbox.read_mailbox(NOON) == 0

    assert now(sent) == State.BOUNCED
    assert sorted(box.mails) == [2, 3]
    assert box.flags[2] == {r"\Seen"}


def test_a_mailbox_that_does_not_open_says_so(settings):
    with Mailbox(password="anders") as box:
        settings.BOUNCE_MAILBOX = box.url

        with pytest.raises(Exception, match="AUTHENTICATIONFAILED"):
            mailbox.read_mailbox(NOON)


def test_without_a_mailbox_nothing_is_read():
    assert mailbox.read_mailbox(NOON) == 0


def test_a_mail_server_may_post_it_to_us(sent, client, settings):
    settings.BOUNCE_SECRET = "s3cret"

    answer = client.post("/hooks/bounces/s3cret/", report(back_to(sent)), content_type="message/rfc822")

    assert (answer.status_code, answer.content) == (204, b"")
    assert now(sent) == State.BOUNCED


@pytest.mark.parametrize(
    ("secret", "address"),
    [("", "/hooks/bounces/x/"), ("s3cret", "/hooks/bounces/s3cre/"), ("s3cret", "/hooks/bounces/ä/")],
)
def test_without_the_secret_nothing_is_taken(client, settings, secret, address):
    settings.BOUNCE_SECRET = secret

    assert client.post(address, b"x", content_type="text/plain").status_code == 403


def test_looking_at_the_address_does_nothing(client, settings):
    settings.BOUNCE_SECRET = "s3cret"

    assert client.get("/hooks/bounces/s3cret/").status_code == 405


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_posted_there_is_an_answer(client, settings, sent, name):
    settings.BOUNCE_SECRET = "s3cret"

    answer = client.post("/hooks/bounces/s3cret/", HOSTILE[name](back_to(sent)), content_type="text/plain")

    assert answer.status_code == 204


def heard(sent, **more):
    return AnymailTrackingEvent(**{"metadata": {"delivery": proof(sent.pk)}, **more})


def test_a_provider_tells_what_came_back(sent):
    providers.told(None, heard(sent, event_type="bounced", description="no such user"), "Brevo")

    assert now(sent) == State.BOUNCED
    assert Subscriber.objects.get().hard_bounces == 1


def test_a_provider_that_knows_no_proof_tells_by_the_address(sent):
    event = heard(sent, event_type="bounced", metadata={}, recipient="MINA@post.example")

    providers.told(None, event, "Brevo")

    assert now(sent) == State.BOUNCED


def test_whoever_calls_it_spam_gets_no_more(sent):
    providers.told(None, heard(sent, event_type="complained"), "Brevo")

    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("kind", ["deferred", "delivered", "opened", "unknown"])
def test_other_news_of_a_provider_changes_nothing(sent, kind):
    providers.told(None, heard(sent, event_type=kind), "Brevo")

    assert now(sent) == State.SENT
