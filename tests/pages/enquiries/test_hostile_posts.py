"""Whatever arrives, the answer is clear: no error of ours, nothing kept that is no message."""

import pytest
from django.test import Client

from pages.enquiries.intake.posting import TICKET
from pages.enquiries.intake.uploads import LARGEST_POST
from pages.enquiries.models import Submission
from tests.make.enquiries import answers, main, sent

FORM = "application/x-www-form-urlencoded"
BASE64 = b"Content-Transfer-Encoding: base64"
BOUNDARY = "multipart/form-data; boundary=xyz"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", FORM),
        (b"", BOUNDARY),
        (b"--xyz\r\nnonsense", BOUNDARY),
        (b'--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', BOUNDARY),
        (b'--xyz\r\nContent-Disposition: form-data; name="a"\r\n%s\r\n\r\n!!!\r\n--xyz--' % BASE64, BOUNDARY),
        (b"a=b", "multipart/form-data"),
        (b"a=b", "multipart/form-data; boundary="),
        (b"a=b", "multipart/form-data; boundary=" + "x" * 400),
        (b'{"a": 1}', "application/json"),
        (b"a=b", "text/plain"),
        (b"a=b", ""),
        (b"a=b", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"a=b", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"a=%ED%A0%80&%FF=%FE", FORM),
        (b"&".join(b"a%d=1" % number for number in range(1500)), FORM),
        (b"a=" + b"x" * 3_000_000, FORM),
        (b"%00=%00&&==&=", FORM),
    ],
)
def test_nonsense_gets_a_clear_answer(contact, body, kind):
    client = Client(raise_request_exception=False)

    response = client.generic("POST", contact.url, body, content_type=kind)

    assert response.status_code in (400, 413, 422)
    assert "Bitte" in main(response)
    assert not Submission.objects.exists()


def test_a_post_that_is_far_too_large_is_refused_before_it_is_read(client, contact):
    response = client.post(contact.url, b"x" * 10, content_type=FORM, CONTENT_LENGTH=str(LARGEST_POST + 1))

    assert response.status_code == 413
    assert "mehr als 12 MB" in main(response)


def test_texts_that_are_far_too_long_are_called_so(client, contact):
    response = client.post(contact.url, {"worum_geht_es": "x" * 3_000_000})

    assert response.status_code == 413
    assert "sehr langer Text" in main(response)


def test_a_text_of_a_megabyte_is_refused_at_its_field(client, contact):
    response = sent(client, contact, "mina@post.example", "x" * 1_000_000)

    assert response.status_code == 422
    assert "höchstens 5000 Zeichen" in main(response)
    assert "x" * 1_000_000 in response.content.decode()


def test_fields_that_were_not_asked_for_are_not_kept(client, contact):
    sent(
        client,
        contact,
        "mina@post.example",
        "Hallo",
        **{"is_staff": "1", "clean_name": "7", "__proto__": "x"},
    )

    assert set(Submission.objects.get().form_data) == {"ihre_e_mail", "worum_geht_es"}


def test_one_field_given_twice_counts_once(client, contact):
    response = sent(client, contact, "mina@post.example", ["eins", "zwei"])

    assert response.status_code == 303
    assert Submission.objects.get().form_data["worum_geht_es"] == "zwei"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_only_what_a_form_needs_may_be_done(client, contact, method):
    assert getattr(client, method)(contact.url).status_code == 405


def test_other_pages_take_no_posts(client, home):
    assert client.post(home.url, {"a": "b"}).status_code == 405


@pytest.mark.parametrize(
    "mail",
    [
        "mina@post.example\r\nBcc: alle@boese.example",
        "mina@post.example\nSubject: Gewinn",
        "mina@post.example, kim@post.example",
        "<mina@post.example>",
        "x" * 310 + "@post.example",
    ],
)
def test_no_address_can_bring_a_header(client, contact, mailoutbox, mail):
    response = sent(client, contact, mail, "Hallo")

    assert response.status_code == 422
    assert mailoutbox == []


@pytest.mark.parametrize(
    "query",
    [
        "?angebot=-1",
        "?angebot=1e308",
        "?angebot=NaN",
        "?angebot=1&angebot=2",
        "?raum=",
        "?raum=%00",
        "?angebot=" + "9" * 900,
        "?angebot=٣",
        "?danke=%F0",
    ],
)
def test_nonsense_in_the_query_is_ignored_or_refused(contact, query):
    client = Client(raise_request_exception=False)

    assert client.get(contact.url + query).status_code in (200, 302, 400)
    assert client.post(contact.url + query, answers(contact, "mina@post.example", "Hallo")).status_code in (
        303,
        400,
    )


def test_tickets_may_be_anything(client, contact):
    for ticket in ("\x00", "x" * 9000, "🦡", ":" * 50, "WyJ4IiwxLDFd:1:1"):
        data = answers(contact, "mina@post.example", "Hallo", **{TICKET: ticket})
        assert client.post(contact.url, data).status_code == 422
