"""Ways of sending that are no mail servers: a file, or somebody's interface."""

import pytest
import requests
from anymail.exceptions import AnymailInvalidAddress, AnymailRecipientsRefused, AnymailRequestsAPIError
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from pages.letters.refusals import NotSentError, UnknownError
from pages.mailings.delivering.providers import sorted_out
from pages.mailings.delivering.slices import deliver
from pages.mailings.models import Delivery
from pages.mailings.progress import Counts, counts
from pages.mailings.verp import delivery_of
from tests.make.mailings import NOON, mailing, subscribers

pytestmark = pytest.mark.django_db
FAULTS = []


class Faulty(EmailBackend):
    """Does what it was told before it takes a mail."""

    def send_messages(self, messages):
        fault = FAULTS.pop(0) if FAULTS else None
        if isinstance(fault, Exception):
            raise fault
        return 0 if fault == 0 else super().send_messages(messages)


@pytest.fixture
def faulty(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Faulty"
    FAULTS.clear()
    return FAULTS


def send():
    return deliver(clock=lambda: NOON)


def answered(status):
    response = requests.Response()
    response.status_code = status
    return AnymailRequestsAPIError(response=response)


def broken(cause):
    fault = type("AnymailRequestsAPIError", (AnymailRequestsAPIError, type(cause)), {})("Error posting to …")
    fault.__cause__ = cause
    return fault


def test_each_mail_goes_by_itself_and_says_which_it_is(mailoutbox):
    subscribers(3)
    made = mailing()

    send()

    assert counts(made) == Counts(sent=3)
    assert [delivery_of(each.metadata["delivery"]) for each in mailoutbox] == list(
        Delivery.objects.order_by("pk").values_list("pk", flat=True)
    )


def test_one_that_is_refused_stops_no_other(faulty):
    subscribers(3)
    made = mailing()
    faulty += [AnymailRecipientsRefused(), None, AnymailInvalidAddress()]

    send()

    assert counts(made) == Counts(sent=1, failed=2)


def test_one_that_is_not_taken_has_failed(faulty):
    made = mailing("mina@post.example")
    faulty.append(0)

    send()

    assert counts(made) == Counts(failed=1)


def test_what_breaks_in_the_middle_is_uncertain_and_not_sent_again(faulty):
    made = mailing("mina@post.example")
    faulty.append(broken(requests.ReadTimeout()))

    send()
    send()

    assert counts(made) == Counts(uncertain=1)
    assert mail.outbox == []


def test_while_nobody_is_there_everything_waits(faulty):
    subscribers(3)
    made = mailing()
    faulty.append(broken(requests.ConnectTimeout()))

    assert not send()

    assert counts(made) == Counts(waiting=3)


@pytest.mark.parametrize(
    ("fault", "kind", "for_good", "concerns_all"),
    [
        (answered(400), NotSentError, True, False),
        (answered(401), NotSentError, False, True),
        (answered(403), NotSentError, False, True),
        (answered(422), NotSentError, True, False),
        (answered(429), NotSentError, False, True),
        (answered(503), NotSentError, False, True),
        (answered(500), UnknownError, None, None),
        (answered(502), UnknownError, None, None),
        (AnymailRecipientsRefused(), NotSentError, True, False),
        (AnymailInvalidAddress(), NotSentError, True, False),
        (broken(requests.ConnectTimeout()), NotSentError, False, True),
        (broken(requests.ReadTimeout()), UnknownError, None, None),
        (broken(requests.ConnectionError("aborted")), UnknownError, None, None),
        (ConnectionRefusedError(), NotSentError, False, True),
        (OSError(28, "No space left on device"), UnknownError, None, None),
        (RuntimeError(), UnknownError, None, None),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_an_error_says_what_became_of_the_mail_or_that_nobody_knows(fault, kind, for_good, concerns_all):
    sorted_one = sorted_out(fault)

    assert type(sorted_one) is kind
    assert getattr(sorted_one, "for_good", None) is for_good
    assert getattr(sorted_one, "concerns_all", None) is concerns_all


def test_a_key_that_is_not_accepted_asks_a_person(faulty):
    subscribers(3)
    made = mailing()
    faulty.append(answered(401))

    send()

    made.refresh_from_db()
    assert (made.progress, counts(made)) == ("held", Counts(waiting=3))


def test_a_provider_of_anymail_takes_it_as_it_is(settings, home):
    settings.EMAIL_BACKEND = "anymail.backends.test.EmailBackend"
    made = mailing("mina@post.example")

    send()

    assert counts(made) == Counts(sent=1)
    [sent] = mail.outbox
    assert sent.anymail_test_params["metadata"]["delivery"]
    assert sent.anymail_test_params["extra_headers"]["List-Id"] == "<newsletter.testserver>"
